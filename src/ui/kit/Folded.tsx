import { type ReactNode, useState } from 'react'

interface Props {
  readonly summary: string
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** Details behind a summary, drawn only while they are open: folded, they cost nothing during a drag. */
export function Folded({ summary, className, children }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <details className={className} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {open && children}
    </details>
  )
}
