import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { NOT_ASKED, shownQuestion } from '../../state/lecture/asking'
import type { LessonStep } from '../../state/lecture/lesson'
import { FollowingProvider } from '../explorer'
import { HallSheet } from '../lecture/HallSheet'
import { pageNameOf } from '../lecture/pageName'
import styles from './lesson.module.css'
import { useStoreAt } from './useStoreAt'

/** What the hall will see of a step. */
export function Preview({ step }: { step: LessonStep }) {
  const store = useStoreAt(step.link)
  const picture = useMemo(
    () => ({
      link: step.link,
      screen: step.screen,
      lit: step.lit,
      sentence: step.sentence,
      question: step.question && shownQuestion(step.question, NOT_ASKED),
    }),
    [step],
  )
  const element = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(560)
  useLayoutEffect(() => {
    const observer = new ResizeObserver(([{ contentRect }]) => setWidth(contentRect.width))
    observer.observe(element.current!)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={element} className={styles['preview']} style={{ height: (width * 9) / 16 }} inert>
      <FollowingProvider store={store}>
        <HallSheet
          picture={picture}
          page={<p>The page “{pageNameOf(step.link)}”, as it is</p>}
          width={width}
          height={(width * 9) / 16}
        />
      </FollowingProvider>
    </div>
  )
}
