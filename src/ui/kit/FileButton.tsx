import { type ChangeEvent, type ReactNode, useRef } from 'react'

interface Props {
  /** Name of the field for a file, for those who do not see the button. */
  readonly label: string
  /** Endings and types that the system's window offers. */
  readonly accept: string
  readonly className?: string | undefined
  readonly children: ReactNode
  onFile(file: File): void
}

/** A button that asks for one file. The same file may be chosen again. */
export function FileButton({ label, accept, className, children, onFile }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? []
    if (file) onFile(file)
    target.value = ''
  }
  return (
    <>
      <button type="button" className={className} onClick={() => input.current?.click()}>
        {children}
      </button>
      <input ref={input} type="file" hidden accept={accept} aria-label={label} onChange={choose} />
    </>
  )
}
