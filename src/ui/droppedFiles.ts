/** Keeps a file that is dropped beside a field for files from being opened in the page's place, which would end it. */
export function keepFromDroppedFiles(): void {
  const refuse = (event: DragEvent) => {
    const takesFiles = event.target instanceof HTMLInputElement && event.target.type === 'file'
    if (!takesFiles && event.dataTransfer?.types.includes('Files')) event.preventDefault()
  }
  addEventListener('dragover', refuse)
  addEventListener('drop', refuse)
}
