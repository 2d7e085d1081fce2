import type { ReactNode } from 'react'
import { constructionOf } from '../../constructions'
import type { Picture } from '../../state/lecture/lecture'
import { useFromSession } from '../explorer'
import { Prose } from '../kit/Prose'
import { HallQuestion } from './HallQuestion'
import { HallRoom } from './HallRoom'
import styles from './hall.module.css'

/** Pixels for which a picture of the hall is laid out; it is then made as large as the window. */
const WIDE = { width: 853, height: 480 }

/** The same for a window that is higher than wide, as a phone that a person holds. */
const HIGH = { width: 400, height: 440 }

interface SheetProps {
  readonly picture: Picture
  /** What is drawn of a page that is no room. */
  readonly page: ReactNode
  /** Pixels that the sheet fills. */
  readonly width: number
  readonly height: number
}

/** A picture of the hall, laid out for a small screen and drawn as large as the given one. */
export function HallSheet({ picture, page, width, height }: SheetProps) {
  const asked = picture.question
  const sentence = asked && asked.question.ask !== '' ? asked.question.ask : picture.sentence
  const room = useFromSession((session) => constructionOf(session.page))
  const base = width < height ? HIGH : WIDE
  const scale = Math.min(width / base.width, height / base.height) || 1
  return (
    <div
      className={styles['sheet']}
      style={{ width: width / scale, height: height / scale, transform: `scale(${scale})` }}
    >
      {sentence !== '' && (
        <h1 className={styles['sentence']}>
          <Prose>{sentence}</Prose>
        </h1>
      )}
      {asked ? (
        <HallQuestion question={asked} link={picture.link} />
      ) : room ? (
        <HallRoom key={room.id} construction={room} screen={picture.screen} />
      ) : (
        page
      )}
    </div>
  )
}
