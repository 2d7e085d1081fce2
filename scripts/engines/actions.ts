import type { NamedKey, Point } from './engine'

/** What WebDriver, classic and bidirectional, calls the keys that are no character. */
const CODES: Readonly<Record<NamedKey, string>> = {
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
  End: '\uE010',
  Enter: '\uE007',
  Home: '\uE011',
}

/** A click at `point`, in the words of WebDriver. */
export const clickAt = ({ x, y }: Point) => [
  {
    type: 'pointer',
    id: 'mouse',
    parameters: { pointerType: 'mouse' },
    actions: [
      { type: 'pointerMove', x, y, duration: 0 },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ],
  },
]

/** One press of `key`, in the words of WebDriver. */
export function pressOf(key: string) {
  const value = key in CODES ? CODES[key as NamedKey] : key
  const actions = [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ]
  return [{ type: 'key', id: 'keyboard', actions }]
}
