import type { ReactNode } from 'react'
import type { Page } from '../state/page'
import { encodeLink } from '../state/permalink'
import { useFromSession } from './explorer'
import { useNavigation } from './navigation'

interface Props {
  readonly to: Page
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** A link to another page of the explorer, which opens in this window unless the click asks for another. */
export function PageLink({ to, className, children }: Props) {
  const href = useFromSession((session) => encodeLink({ ...session, page: to }))
  const { follow } = useNavigation()
  return (
    <a className={className} href={href} onClick={(event) => follow(event, to)}>
      {children}
    </a>
  )
}
