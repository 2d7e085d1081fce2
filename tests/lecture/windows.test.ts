import { fc, test } from '@fast-check/vitest'
import { describe, expect, vi } from 'vitest'
import { createFollower } from '../../src/state/lecture/follower'
import { type Command, reduceLecture, startedLecture } from '../../src/state/lecture/lecture'
import { stepAt } from '../../src/state/lecture/lesson'
import { decodeMessage, encodeMessage, type Message, type Wish } from '../../src/state/lecture/messages'
import {
  createOwner,
  NEW_OWNER,
  type Owner,
  type OwnerMemory,
  reborn,
  type View,
} from '../../src/state/lecture/owner'
import { NO_PRESENCE, type Presence } from '../../src/state/presence'
import { pictures } from './arbitrary'

const ID = 'hall-9'

/** What becomes of a message on its way: the place it is read from the queue, and whether it is lost or comes twice. */
interface Fate {
  readonly place: number
  readonly what: 'arrives' | 'lost' | 'twice'
}

const fates = fc.record({
  place: fc.nat(9),
  what: fc.constantFrom<Fate['what']>('arrives', 'arrives', 'lost', 'twice'),
})

type Event =
  | { readonly type: 'show'; readonly view: View }
  | { readonly type: 'wish'; readonly command: Command }
  | { readonly type: 'point'; readonly presence: Presence }
  | { readonly type: 'deliver'; readonly fate: Fate }
  | { readonly type: 'tick' }
  | { readonly type: 'reload'; readonly which: 'owner' | 'follower' }

const views: fc.Arbitrary<View> = fc.record({
  picture: pictures,
  isBlank: fc.boolean(),
  hasLaser: fc.boolean(),
})

const presences = fc
  .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }))
  .map(([x, scroll]): Presence => ({ ...NO_PRESENCE, scroll: scroll / 100, pointer: { x: x / 100, y: 0.5 } }))

const events: fc.Arbitrary<Event> = fc.oneof(
  views.map((view) => ({ type: 'show', view }) as const),
  fc.constantFrom<Command>('next', 'back').map((command) => ({ type: 'wish', command }) as const),
  presences.map((presence) => ({ type: 'point', presence }) as const),
  { arbitrary: fates.map((fate) => ({ type: 'deliver', fate }) as const), weight: 4 },
  fc.constant({ type: 'tick' } as const),
)

const reloads = fc
  .constantFrom('owner' as const, 'follower' as const)
  .map((which) => ({ type: 'reload', which }) as const)

/** Two windows and the messages between them, each of which goes through its encoding. */
function hall() {
  const toFollower: unknown[] = []
  const toOwner: unknown[] = []
  const done: Wish[] = []
  const seen: { view?: View; presence?: Presence } = {}
  let shown: View | undefined
  let pointed: Presence | undefined
  let windows = 0
  const open = (memory: OwnerMemory) =>
    createOwner(memory, {
      send: (message) => toFollower.push(encodeMessage(ID, message)),
      onWish: (wish) => done.push(wish),
      onPoint: vi.fn(),
      onAlive: vi.fn(),
      onSuperseded: vi.fn(),
    })
  const follow = () => {
    windows += 1
    return createFollower('hall', `window-${windows}`, {
      send: (message) => toOwner.push(encodeMessage(ID, message)),
      onSnapshot: ({ picture, isBlank, hasLaser }) =>
        Object.assign(seen, { view: { picture, isBlank, hasLaser } }),
      onPresence: (presence) => Object.assign(seen, { presence }),
      onBeat: () => undefined,
      onFullscreen: () => undefined,
      onEnd: () => undefined,
    })
  }
  let owner: Owner = open(NEW_OWNER)
  let follower = follow()
  const take = (queue: unknown[], hear: (message: Message) => void, { place, what }: Fate) => {
    const [data] = queue.splice(place % Math.max(1, queue.length), 1)
    const message = data === undefined ? undefined : decodeMessage(ID, structuredClone(data))
    if (!message || what === 'lost') return
    hear(message)
    if (what === 'twice') hear(message)
  }
  const deliver = (fate: Fate) => {
    take(toFollower, follower.hear, fate)
    take(toOwner, owner.hear, fate)
  }
  const tick = () => {
    owner.beat()
    follower.greet()
  }
  return {
    done,
    seen,
    get shown() {
      return shown
    },
    get pointed() {
      return pointed
    },
    act(event: Event) {
      if (event.type === 'show') {
        shown = event.view
        owner.show('hall', event.view)
      } else if (event.type === 'point') {
        pointed = event.presence
        owner.point(event.presence)
      } else if (event.type === 'wish') follower.wish({ type: 'command', command: event.command })
      else if (event.type === 'deliver') deliver(event.fate)
      else if (event.type === 'tick') tick()
      else if (event.which === 'follower') {
        seen.view = undefined as never
        follower = follow()
      } else {
        owner = open(reborn(owner.memory()))
        if (shown) owner.show('hall', shown)
      }
    },
    /** Nothing is lost any more. */
    heal() {
      for (let round = 0; round < 3; round += 1) {
        tick()
        while (toFollower.length + toOwner.length > 0) deliver({ place: 0, what: 'arrives' })
      }
    },
  }
}

describe('two windows, whatever becomes of the messages between them', () => {
  test.prop([fc.array(events, { maxLength: 60 }), views])(
    'the follower shows what the owner shows, and every wish is granted once, in order',
    (all, last) => {
      const windows = hall()
      for (const event of all) windows.act(event)
      windows.act({ type: 'show', view: last })
      windows.heal()
      expect(windows.seen.view).toEqual(last)
      const wished = all.flatMap((event) => (event.type === 'wish' ? [event.command] : []))
      expect(windows.done).toEqual(wished.map((command) => ({ type: 'command', command })))
    },
  )

  test.prop([fc.array(fc.oneof({ arbitrary: events, weight: 9 }, reloads), { maxLength: 60 }), views])(
    'also where either is loaded again in the middle',
    (all, last) => {
      const windows = hall()
      for (const event of all) windows.act(event)
      windows.act({ type: 'show', view: last })
      windows.heal()
      expect(windows.seen.view).toEqual(last)
    },
  )

  test('the pointer follows where nothing is lost, and a late one does not lead back', () => {
    const windows = hall()
    const at = (x: number) => ({ ...NO_PRESENCE, pointer: { x, y: 0 } })
    windows.act({ type: 'point', presence: at(0.25) })
    windows.act({ type: 'point', presence: at(0.75) })
    windows.act({ type: 'deliver', fate: { place: 1, what: 'arrives' } })
    expect(windows.seen.presence).toEqual(at(0.75))
    windows.heal()
    expect(windows.seen.presence).toEqual(at(0.75))
  })
})

test('3 600 presses through a bad line are 3 600 steps: none is missed, none is doubled', () => {
  const lesson = {
    id: 'long',
    title: '',
    steps: Array.from({ length: 100 }, (_, i) => stepAt('#v=1', String(i))),
  }
  let lecture = startedLecture(ID, lesson, 0)
  let expected = 0
  const windows = hall()
  let state = 7
  const random = () => {
    state = (state * 48_271) % 2_147_483_647
    return state
  }
  let granted = 0
  for (let press = 0; press < 3600; press += 1) {
    const command = random() % 5 < 3 ? 'next' : 'back'
    expected = Math.min(99, Math.max(0, expected + (command === 'next' ? 1 : -1)))
    windows.act({ type: 'wish', command })
    const what = (['arrives', 'lost', 'twice'] as const)[random() % 3]
    windows.act({ type: 'deliver', fate: { place: random() % 3, what } })
    if (press % 16 === 15) windows.heal()
  }
  windows.heal()
  for (const wish of windows.done) {
    if (wish.type !== 'command') continue
    granted += 1
    lecture = reduceLecture(lecture, { type: 'command', command: wish.command, now: 0 })
  }
  expect(granted).toBe(3600)
  expect(lecture.step).toBe(expected)
})

test.each([
  undefined,
  null,
  5,
  'hello',
  {},
  { name: 'attention-explorer/lecture/1', lecture: ID, message: { kind: 'hello' } },
  { name: 'attention-explorer/lecture/1', lecture: 'another', message: { kind: 'end' } },
  { name: 'attention-explorer/lecture/2', lecture: ID, message: { kind: 'end' } },
  {
    name: 'attention-explorer/lecture/1',
    lecture: ID,
    message: { kind: 'wish', source: 'a', count: 1, wish: { type: 'command', command: 'format' } },
  },
  {
    name: 'attention-explorer/lecture/1',
    lecture: ID,
    message: { kind: 'point', presence: { marks: [], scroll: 7, pointer: null } },
  },
])('what other programs say is no message: %j', (data) => {
  expect(decodeMessage(ID, data)).toBeUndefined()
})

test('an owner whose lecture goes on in another window hears of it', () => {
  const onSuperseded = vi.fn()
  const quiet = { send: vi.fn(), onWish: vi.fn(), onPoint: vi.fn(), onAlive: vi.fn() }
  const owner = createOwner(NEW_OWNER, { ...quiet, onSuperseded })
  createOwner(NEW_OWNER, { ...quiet, onSuperseded, send: owner.hear }).beat()
  expect(onSuperseded).not.toHaveBeenCalled()
  createOwner(reborn(NEW_OWNER), { ...quiet, onSuperseded, send: owner.hear }).beat()
  expect(onSuperseded).toHaveBeenCalledOnce()
})
