import { constructionOf } from '../../constructions'
import { stepped } from '../../constructions/scale'
import type { KeyAction } from '../../state/lecture/keys'
import {
  hallPicture,
  type Lecture,
  type LectureAction,
  pictureOf,
  reduceLecture,
  stepOf,
} from '../../state/lecture/lecture'
import { forgetLecture, saveLecture } from '../../state/lecture/lecture-storage'
import type { Mark, Role, Wish } from '../../state/lecture/messages'
import { createOwner, type Owner, type View } from '../../state/lecture/owner'
import { pageLink, sessionAtLink } from '../../state/lecture/page-state'
import type { Presence } from '../../state/presence'
import { openConstruction } from '../../state/session'
import { type Action, createStore, type History, type Store } from '../../state/store'
import { presence } from '../presence'
import { savedAtRest } from '../saved'
import { type Channel, openChannel } from './channel'
import { type Begun, current } from './current'
import { toggleFullscreen } from './fullscreen'
import { audienceAddress } from './hallAddress'
import { openHall, tabStorage } from './hallWindow'
import { sliderNames } from './primary'
import { throttled } from './throttled'

/** What the console knows of the window of the hall. */
export interface HallStatus {
  readonly isRefused: boolean
  /** When it was last heard of, by `performance.now()`; null before that. */
  readonly heardAt: number | null
  /** The state that it shows, and the one that it should. */
  readonly shows: Mark | null
  readonly wanted: Mark | null
  readonly width: number
  readonly height: number
}

/** The console's end of a lecture. */
export interface Conductor {
  readonly lecture: Pick<Store<Lecture, never>, 'get' | 'subscribe'>
  readonly hall: Store<HallStatus, Partial<HallStatus>>
  /** Name of the param whose slider + and − move; null for the first one. */
  readonly slider: Store<string | null, string | null>
  dispatch(action: LectureAction): void
  act(action: KeyAction): void
  addPicture(window: Window): void
  /** Opens the window of the hall, or brings it forward; within a click or a key press. */
  showHall(): void
  /** Lets the windows hear of the lecture; returns the way to stop that, after which it can be started again. */
  start(): () => void
  end(): void
}

const UNHEARD: HallStatus = {
  isRefused: false,
  heardAt: null,
  shows: null,
  wanted: null,
  width: 1280,
  height: 720,
}

const merged = <T>(state: T, changes: Partial<T>): T => ({ ...state, ...changes })

/** The console of the lecture `begun`, which moves the session in `explorer`. */
export function createConductor(begun: Begun, explorer: Store<History, Action>): Conductor {
  const lecture = createStore(reduceLecture, begun.lecture)
  const hall = createStore(merged<HallStatus>, { ...UNHEARD, isRefused: !begun.hall && !begun.isRestored })
  const slider = createStore<string | null, string | null>((_, next) => next, null)
  const { id } = begun.lecture
  let memory = begun.owner
  let hallWindow = begun.hall
  let channel: Channel | undefined
  let owner: Owner | undefined

  const dispatch = (action: LectureAction) => {
    const before = lecture.get()
    lecture.dispatch(action)
    const { link, step } = lecture.get()
    if (action.type === 'page' || (link === before.link && step === before.step)) return
    const { present } = explorer.get()
    explorer.dispatch({ type: 'go', session: sessionAtLink(link, present) })
  }

  const slide = (steps: number) => {
    const { present } = explorer.get()
    const construction = constructionOf(present.page)
    const name = construction && (slider.get() ?? sliderNames(construction)[0])
    const spec = name === undefined ? undefined : construction?.params[name]
    if (!construction || name === undefined || spec?.kind !== 'number') return
    const value = stepped(spec, present.params[construction.id][name] as number, steps)
    explorer.dispatch({ type: 'change', changes: { [name]: value }, intent: `slide ${name}` })
  }

  const showHall = () => {
    if (hallWindow && !hallWindow.closed) return hallWindow.focus()
    hallWindow = openHall(id)
    hall.dispatch({ isRefused: !hallWindow })
    if (hallWindow) channel?.addPeer(hallWindow)
    return undefined
  }

  const goFullscreen = () => {
    if (!hallWindow || hallWindow.closed) toggleFullscreen()
    else channel?.delegate(hallWindow, { kind: 'fullscreen' })
  }

  const act = (action: KeyAction) => {
    if (action.type === 'command') dispatch({ type: 'command', command: action.command, now: Date.now() })
    else if (action.type === 'slide') slide(action.steps)
    else if (action.type === 'window' && action.act === 'fullscreen') goFullscreen()
    else if (action.type === 'window') showHall()
  }

  const onWish = (wish: Wish) => {
    if (wish.type === 'command') act({ type: 'command', command: wish.command })
    else if (wish.type === 'slide') slide(wish.steps)
    else if (wish.type === 'draw') dispatch({ type: 'draw', drawn: wish.drawn })
    else moveTo(explorer, wish.link)
  }

  const start = () => {
    const open = openChannel(id, (message) => mine.hear(message))
    const mine = createOwner(memory, {
      send: open.send,
      onWish,
      onPoint: (at) => presence.dispatch(at),
      onAlive: ({ role, mark, width, height }) => {
        if (role === 'hall') hall.dispatch({ heardAt: performance.now(), shows: mark, width, height })
      },
      onSuperseded: () => current.dispatch(undefined),
    })
    channel = open
    owner = mine
    if (hallWindow) open.addPeer(hallWindow)
    const publish = throttled(publisher(lecture, mine, (wanted) => hall.dispatch({ wanted })))
    const point = throttled(() => mine.point(pointedOut(lecture.get(), presence.get())))
    const save = () => {
      memory = mine.memory()
      saveLecture(tabStorage(), { lecture: lecture.get(), owner: memory })
    }
    const beat = setInterval(mine.beat, 1000)
    explorer.dispatch({ type: 'go', session: sessionAtLink(lecture.get().link, explorer.get().present) })
    const followPage = () => dispatch({ type: 'page', link: pageLink(explorer.get().present) })
    followPage()
    publish()
    point()
    save()
    const ends = [
      explorer.subscribe(followPage),
      lecture.subscribe(publish),
      lecture.subscribe(point),
      presence.subscribe(point),
      savedAtRest(lecture, save, 200),
    ]
    return () => {
      for (const end of ends) end()
      publish.cancel()
      point.cancel()
      clearInterval(beat)
      memory = mine.memory()
      open.close()
    }
  }

  const end = () => {
    owner?.end()
    hallWindow?.close()
    current.dispatch(undefined)
    forgetLecture(tabStorage())
  }

  return {
    lecture,
    hall,
    slider,
    dispatch,
    act,
    addPicture: (picture) => channel?.addPeer(picture),
    showHall,
    start,
    end,
  }
}

/** Shows each role its view, where that is another one than before. */
function publisher(
  lecture: Pick<Store<Lecture, never>, 'get'>,
  owner: Owner,
  onHall: (mark: Mark) => void,
): () => void {
  const sent: Partial<Record<Role, string>> = {}
  const show = (role: Role, view: View) => {
    const text = JSON.stringify(view)
    if (sent[role] === text) return
    sent[role] = text
    const mark = owner.show(role, view)
    if (role === 'hall') onHall(mark)
  }
  return () => {
    const now = lecture.get()
    const { isBlank, hasLaser } = now
    show('hall', { picture: hallPicture(now), isBlank, hasLaser })
    show('picture', { picture: pictureOf(now), isBlank: false, hasLaser })
  }
}

/** What the windows are to light and where the laser points: what the step lights, where nothing else is. */
function pointedOut(lecture: Lecture, { marks, scroll, pointer }: Presence): Presence {
  const lit = (stepOf(lecture)?.lit ?? []).map((name) => ({ name, symbolsOnly: false }))
  return { marks: marks.length > 0 ? marks : lit, scroll, pointer: lecture.hasLaser ? pointer : null }
}

/** Brings the session to where somebody has moved the picture: steps of one movement undo together. */
function moveTo(explorer: Store<History, Action>, link: string): void {
  const { present } = explorer.get()
  const session = sessionAtLink(link, present)
  const room = openConstruction(session)?.id
  if (room && session.page === present.page)
    explorer.dispatch({ type: 'change', changes: session.params[room], intent: 'picture', room })
  else explorer.dispatch({ type: 'go', session })
}

/** The address of the picture of the hall in the console. */
export const pictureAddress = (lecture: string): string => audienceAddress({ lecture, role: 'picture' })
