import { createFollower, type Follower } from '../../state/lecture/follower'
import type { KeyAction } from '../../state/lecture/keys'
import type { View } from '../../state/lecture/owner'
import { pageLink, sessionAtLink } from '../../state/lecture/page-state'
import { NO_PRESENCE, type Presence } from '../../state/presence'
import { initialSession } from '../../state/session'
import { type Action, createStore, type History, reduce, type Store, startHistory } from '../../state/store'
import { presence } from '../presence'
import { openChannel } from './channel'
import { toggleFullscreen } from './fullscreen'
import { type Audience, newId } from './hallAddress'

/** What a window that follows shows; nothing before it has heard of the lecture. */
export interface Shown {
  readonly view: View | undefined
}

/** A window's end of a lecture that it follows. */
export interface Following {
  readonly audience: Audience
  readonly explorer: Store<History, Action>
  readonly shown: Store<Shown, Shown>
  act(action: KeyAction): void
  draw(drawn: readonly number[]): void
  /** Starts to listen; returns the way to stop. */
  start(): () => void
}

/** Milliseconds after somebody has moved the picture for which it does not follow: what comes is older than it. */
const OWN_MS = 150

/** A window that shows the lecture to `audience`. */
export function createFollowing(audience: Audience): Following {
  const source = newId()
  const isPicture = audience.role === 'picture'
  const explorer = createStore(withoutPast, startHistory({ ...initialSession(), theme: 'projector' }))
  const shown = createStore<Shown, Shown>((_, next) => next, { view: undefined })
  let follower: Follower | undefined
  let isFollowing = false

  const follow = (link: string) => {
    isFollowing = true
    explorer.dispatch({ type: 'go', session: sessionAtLink(link, explorer.get().present) })
    isFollowing = false
  }

  const start = () => {
    let own = 0
    const way = openChannel(audience.lecture, (message) => mine.hear(message))
    const peer = isPicture ? window.parent : (window.opener as Window | null)
    if (peer && peer !== window) way.addPeer(peer)
    const report = () => mine.report(innerWidth, innerHeight)
    const mine = createFollower(audience.role, source, {
      send: way.send,
      onSnapshot({ picture, isBlank, hasLaser }) {
        shown.dispatch({ view: { picture, isBlank, hasLaser } })
        if (own === 0) follow(picture.link)
        report()
      },
      onPresence(at) {
        if (!isPicture || !document.documentElement.matches(':hover')) presence.dispatch(at)
      },
      onBeat: report,
      onFullscreen: toggleFullscreen,
      onEnd: () => window.close(),
    })
    follower = mine
    const endOwn = () => {
      own = 0
      const link = shown.get().view?.picture.link
      if (link !== undefined) follow(link)
    }
    const tell = () => {
      const link = pageLink(explorer.get().present)
      if (isFollowing || !isPicture || link === shown.get().view?.picture.link) return
      clearTimeout(own)
      own = window.setTimeout(endOwn, OWN_MS)
      mine.wish({ type: 'page', link })
    }
    const ends = [explorer.subscribe(tell), isPicture ? pointOut(mine, shown) : undefined]
    const greeting = setInterval(() => {
      mine.greet()
      report()
    }, 1000)
    mine.greet()
    addEventListener('resize', report)
    return () => {
      for (const end of ends) end?.()
      clearInterval(greeting)
      clearTimeout(own)
      removeEventListener('resize', report)
      way.close()
    }
  }

  return {
    audience,
    explorer,
    shown,
    act(action) {
      if (action.type === 'command') follower?.wish({ type: 'command', command: action.command })
      else if (action.type === 'slide') follower?.wish({ type: 'slide', steps: action.steps > 0 ? 1 : -1 })
      else if (action.type === 'window' && action.act === 'fullscreen') toggleFullscreen()
      else if (action.type === 'window')
        (isPicture ? window.parent : (window.opener as Window | null))?.focus()
    },
    draw: (drawn) => follower?.wish({ type: 'draw', drawn }),
    start,
  }
}

/** Nothing is undone in a window that follows. */
const withoutPast = (history: History, action: Action): History =>
  startHistory(reduce(history, action).present)

/** Tells where the pointer is in the picture and what it lights there, as the person at the console moves it. */
function pointOut(follower: Follower, shown: Pick<Store<Shown, never>, 'get'>): () => void {
  const tell = (changes: Partial<Presence>) => {
    presence.dispatch(changes)
    follower.point(presence.get())
  }
  const onMove = ({ clientX, clientY }: PointerEvent) => {
    const pointer = shown.get().view?.hasLaser
      ? { x: fraction(clientX, innerWidth), y: fraction(clientY, innerHeight) }
      : null
    tell({ pointer })
  }
  const onOver = () => tell({})
  const onOut = () => tell({ marks: NO_PRESENCE.marks, pointer: null })
  const onScroll = ({ target }: Event) => {
    const element = target instanceof Element ? target : document.documentElement
    const most = element.scrollHeight - element.clientHeight
    tell({ scroll: most > 0 ? fraction(element.scrollTop, most) : 0 })
  }
  const controller = new AbortController()
  const { signal } = controller
  window.addEventListener('pointermove', onMove, { signal })
  window.addEventListener('pointerover', onOver, { signal })
  document.documentElement.addEventListener('pointerleave', onOut, { signal })
  window.addEventListener('scroll', onScroll, { signal, capture: true, passive: true })
  return () => controller.abort()
}

const fraction = (part: number, whole: number) => Math.min(1, Math.max(0, part / whole))
