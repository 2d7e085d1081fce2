/** `title` as the name of a file, in whatever script it is written; `otherwise` where nothing of it can stay. */
export function fileName(title: string, otherwise: string): string {
  const name = title
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
  // Disks take 255 bytes, and a letter has up to four.
  const [short = ''] = name.match(/^.{0,60}/u) ?? []
  return short.replaceAll(/^-|-$/g, '') || otherwise
}
