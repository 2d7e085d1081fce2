/** Copies a picture; says what came of it. Browsers ask for it within the press, so it is handed over as a promise. */
export async function copyPicture(make: () => Promise<Uint8Array<ArrayBuffer>>): Promise<string> {
  const clipboard = navigator.clipboard as Clipboard | undefined
  if (!clipboard?.write || typeof ClipboardItem === 'undefined') return NOT_HERE
  const picture = make().then((content) => new Blob([content], { type: 'image/png' }))
  return await clipboard.write([new ClipboardItem({ 'image/png': picture })]).then(
    () => 'PNG copied.',
    () => NOT_HERE,
  )
}

const NOT_HERE = 'This browser copies no pictures here: save it instead.'
