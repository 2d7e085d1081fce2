import { useLayoutEffect, useRef, useState } from 'react'
import { useFromStore } from '../useFromStore'
import { pictureAddress } from './conductor'
import { useConductor, useFromLecture } from './conductorContext'
import styles from './console.module.css'
import { useHallState } from './hallState'

const BADGES: Readonly<Record<string, string>> = {
  frozen: 'Frozen: the hall keeps its picture',
  blank: 'The hall is blank',
  lost: 'No audience window: open it again',
  refused: 'No audience window: allow it, or use one window',
}

/** The page of the hall as the hall sees it, as large as there is room for. It can be moved here. */
export function Picture() {
  const conductor = useConductor()
  const id = useFromLecture((lecture) => lecture.id)
  const width = useFromStore(conductor.hall, (status) => Math.max(320, status.width))
  const height = useFromStore(conductor.hall, (status) => Math.max(180, status.height))
  const state = useHallState()
  const [place, setPlace] = useState({ width: 640, height: 360 })
  const element = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const observer = new ResizeObserver(([{ contentRect }]) =>
      setPlace({ width: contentRect.width, height: contentRect.height }),
    )
    observer.observe(element.current!)
    return () => observer.disconnect()
  }, [])
  const scale = Math.min(place.width / width, place.height / height)
  return (
    <section className={styles['picture']} aria-label="What the hall sees">
      <div ref={element} className={styles['place']}>
        <div
          className={styles['frame']}
          data-state={state}
          style={{ width: width * scale, height: height * scale }}
        >
          {/* oxlint-disable-next-line react/iframe-missing-sandbox -- it is this very page */}
          <iframe
            title="The picture of the hall"
            src={pictureAddress(id)}
            style={{ width, height, transform: `scale(${scale})` }}
            onLoad={({ currentTarget }) => {
              if (currentTarget.contentWindow) conductor.addPicture(currentTarget.contentWindow)
            }}
          />
          {BADGES[state] && <p className={styles['badge']}>{BADGES[state]}</p>}
        </div>
      </div>
      <p className={styles['caption']}>
        <span>{state === 'frozen' ? 'As you see it now.' : 'As the audience sees it.'}</span>{' '}
        <span>Point here with the laser on: your pointer is theirs.</span>
      </p>
    </section>
  )
}
