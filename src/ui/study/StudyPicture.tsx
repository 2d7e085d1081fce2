import { constructionOf } from '../../constructions'
import type { LessonStep } from '../../state/lecture/lesson'
import { sessionAtLink } from '../../state/lecture/page-state'
import { FollowingProvider, useStore } from '../explorer'
import { useSize } from '../kit/useSize'
import { HallSheet } from '../lecture/HallSheet'
import { pageNameOf } from '../lecture/pageName'
import { useStoreAt } from '../lesson/useStoreAt'
import { useNavigation } from '../navigation'
import styles from './study.module.css'

/** The picture of a step, which can be moved; what is moved stays within the step. */
export function StudyPicture({ step }: { readonly step: LessonStep }) {
  const { link, screen, lit } = step
  const store = useStoreAt(link)
  const [element, size] = useSize<HTMLDivElement>({ width: 900, height: 480 })
  const picture = { link, screen, lit, sentence: '', question: null }
  if (!constructionOf(store.get().present.page)) return <PageLinkOf link={link} />
  return (
    <>
      <div ref={element} className={styles['picture']}>
        <FollowingProvider store={store}>
          <HallSheet picture={picture} page={null} {...size} />
        </FollowingProvider>
      </div>
      <PageLinkOf link={link} />
    </>
  )
}

/** Opens the page in the state of the step; the lesson is found where it was left. */
function PageLinkOf({ link }: { readonly link: string }) {
  const { get } = useStore()
  const { follow } = useNavigation()
  const there = sessionAtLink(link, get().present)
  return (
    <p className={styles['open']}>
      <a href={link} onClick={(event) => follow(event, there.page, there)}>
        Open “{pageNameOf(link)}” in this state
      </a>{' '}
      <span>Lessons, in the menu, bring you back to this step.</span>
    </p>
  )
}
