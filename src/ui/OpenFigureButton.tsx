import { type ChangeEvent, useRef } from 'react'
import { useOpenFigure } from './openFigure'

/** Opens what an exported figure shows, for those who do not drop it on the page. */
export function OpenFigureButton() {
  const input = useRef<HTMLInputElement>(null)
  const open = useOpenFigure()
  const read = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? []
    if (file) await open(file)
    // The same file may be chosen again.
    target.value = ''
  }
  return (
    <>
      <button type="button" onClick={() => input.current?.click()}>
        Open an exported figure …
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".svg,.png"
        aria-label="File of an exported figure"
        onChange={(event) => void read(event)}
      />
    </>
  )
}
