import { type ChangeEvent, type ReactNode, useRef } from 'react'

interface Props {
  /** Name of the field for files, for those who do not see the button. */
  readonly label: string
  /** Endings and types that the system's window offers. */
  readonly accept: string
  readonly className?: string | undefined
  /** Whether several may be chosen at once. */
  readonly isMultiple?: boolean
  readonly children: ReactNode
  onFiles(files: readonly File[]): void
}

/** A button that asks for files. The same ones may be chosen again. */
export function FileButton({ label, accept, className, isMultiple = false, children, onFiles }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const files = Array.from(target.files ?? [])
    if (files.length > 0) onFiles(files)
    target.value = ''
  }
  return (
    <>
      <button type="button" className={className} onClick={() => input.current?.click()}>
        {children}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        multiple={isMultiple}
        aria-label={label}
        onChange={choose}
      />
    </>
  )
}
