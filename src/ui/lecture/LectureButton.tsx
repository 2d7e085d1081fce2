import { stepAt } from '../../state/lecture/lesson'
import { pageLink } from '../../state/lecture/page-state'
import { pageEntry } from '../../state/pages'
import { useStore } from '../explorer'
import { startLecture } from './current'

/** Makes this window the console of a lecture about the open page, and opens the window of the hall. */
export function LectureButton() {
  const { get } = useStore()
  const start = () => {
    const session = get().present
    const { title } = pageEntry(session.page)
    startLecture({ id: 'page', title, steps: [stepAt(pageLink(session), title, { minutes: 10 })] })
  }
  return (
    <button type="button" title="Two windows: a console for you, a picture for the hall" onClick={start}>
      Lecture
    </button>
  )
}
