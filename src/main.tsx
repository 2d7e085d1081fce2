import { LESSON_ID } from './export/one-file'
import { encodeLink } from './state/permalink'
import { initialSession } from './state/session'
import { fetchWhenIdle } from './ui/chunk'
import { keepFromDroppedFiles } from './ui/droppedFiles'
import { openExplorer } from './ui/explorer'
import { resumeLecture } from './ui/lecture/current'
import { audienceAt } from './ui/lecture/hallAddress'
import { mount } from './ui/mount'
import { startOffline } from './ui/offline'
import { fetchPage } from './ui/pages'
import { IS_SINGLE } from './ui/single'
import './ui/theme.css'
import './ui/print.css'

/** What the fragment of a lesson's link begins with, and where it leads. */
const LESSON_PREFIX = '#lesson='
const LESSONS = encodeLink({ ...initialSession(), page: 'lessons' })

/** Draws the page that the address asks for once its parts have come: whole, and not piece by piece. */
async function start(): Promise<void> {
  takeLesson()
  const { hash } = location
  const explorer = openExplorer()
  await fetchPage(explorer.store.get().present.page)
  // Nobody has listened to the address meanwhile.
  if (location.hash !== hash) return start()
  return mount(explorer)
}

/** The link of a lesson puts it beside the others and leads to them. */
function takeLesson(): void {
  const { hash } = location
  if (!hash.startsWith(LESSON_PREFIX)) return
  history.replaceState(null, '', LESSONS)
  void import('./ui/lesson/lessonStore').then(({ takeLink }) => takeLink(hash))
}

/** A lesson within the explorer as one file goes beside the others, too; the file itself leads to it, without a fragment. */
function takeLessonWithin(): void {
  const text = IS_SINGLE ? document.getElementById(LESSON_ID)?.textContent : ''
  if (!text) return
  if (location.hash === '') history.replaceState(null, '', LESSONS)
  void import('./ui/lesson/lessonStore').then(({ takeWithin }) => takeWithin(text))
}

/** What the fragment of a room within another page begins with. */
const EMBEDDED = /^#v=\d+&panel=embed(?:&|$)/

const audience = audienceAt(location.search)
if (EMBEDDED.test(location.hash))
  void import('./ui/embed/mountEmbed').then(({ mountEmbed }) => mountEmbed(location.hash))
else if (audience) void import('./ui/lecture/audience').then(({ mountAudience }) => mountAudience(audience))
else {
  resumeLecture()
  takeLessonWithin()
  void start()
  keepFromDroppedFiles()
  fetchWhenIdle()
  startOffline()
}
