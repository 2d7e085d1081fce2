/** A file to be saved. */
export interface SavedFile {
  readonly name: string
  readonly type: string
  readonly content: string | Uint8Array<ArrayBuffer>
}

/** Hands `file` to the browser to be saved. */
export function download({ name, type, content }: SavedFile): void {
  const address = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser reads the file after this call: its address must outlive it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
