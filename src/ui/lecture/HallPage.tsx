import { useEffect, useRef } from 'react'
import { Chunked } from '../Chunked'
import { useFromSession } from '../explorer'
import { drawingOf } from '../pages'
import { presence } from '../presence'
import styles from './hall.module.css'

/** A page that is no room, as it is, scrolled to where the lecturer is. */
export function HallPage() {
  const page = useFromSession((session) => session.page)
  const { chunk, what } = drawingOf(page)
  const element = useRef<HTMLDivElement>(null)
  useEffect(
    () =>
      presence.subscribe(() => {
        const place = element.current
        if (!place || place.matches(':hover')) return
        const top = presence.get().scroll * (place.scrollHeight - place.clientHeight)
        if (Math.abs(place.scrollTop - top) > 1) place.scrollTop = top
      }),
    [],
  )
  return (
    <div ref={element} className={styles['page']} data-page={page}>
      <Chunked key={what} chunk={chunk} what={what}>
        {({ default: Drawn }) => <Drawn />}
      </Chunked>
    </div>
  )
}
