import { beforeEach, expect, test, vi } from 'vitest'
import { createStore } from '../../src/state/store'
import { notifiedInFrames } from '../../src/ui/inFrames'

interface Message {
  readonly add: number
  readonly isMove: boolean
}

let frames: (() => void)[] = []
const handlers = new Map<string, () => void>()

/** A store of a sum, a listener that notes what it finds, and the browser's frames run by hand. */
function staged() {
  const sums = createStore((sum: number, { add }: Message) => sum + add, 0)
  const store = notifiedInFrames(sums, ({ isMove }) => isMove)
  const heard: number[] = []
  store.subscribe(() => heard.push(store.get()))
  return { store, heard }
}

function runFrame(): void {
  const due = frames
  frames = []
  for (const run of due) run()
}

beforeEach(() => {
  frames = []
  handlers.clear()
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => frames.push(run))
  vi.stubGlobal('cancelAnimationFrame', (id: number) => {
    if (id > 0) frames[id - 1] = () => {}
  })
  vi.stubGlobal('addEventListener', (name: string, handle: () => void) => handlers.set(name, handle))
  return () => vi.unstubAllGlobals()
})

test('moves are in the state at once and heard of once, with the frame', () => {
  const { store, heard } = staged()
  for (const add of [1, 2, 3]) store.dispatch({ add, isMove: true })
  expect(store.get()).toBe(6)
  expect(heard).toEqual([])
  runFrame()
  expect(heard).toEqual([6])
  runFrame()
  expect(heard).toEqual([6])
})

test('what is no move is heard of at once, with the moves before it, and only once', () => {
  const { store, heard } = staged()
  store.dispatch({ add: 1, isMove: true })
  store.dispatch({ add: 10, isMove: false })
  expect(heard).toEqual([11])
  runFrame()
  expect(heard).toEqual([11])
})

test.each(['keydown', 'pointerdown', 'beforeinput'])('a %s finds the moves before it heard of', (name) => {
  const { store, heard } = staged()
  handlers.get(name)?.()
  expect(heard).toEqual([])
  store.dispatch({ add: 1, isMove: true })
  handlers.get(name)?.()
  expect(heard).toEqual([1])
  runFrame()
  expect(heard).toEqual([1])
})

test('a move after a frame has another frame', () => {
  const { store, heard } = staged()
  store.dispatch({ add: 1, isMove: true })
  runFrame()
  store.dispatch({ add: 1, isMove: true })
  runFrame()
  expect(heard).toEqual([1, 2])
})
