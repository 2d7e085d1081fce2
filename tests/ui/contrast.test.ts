import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const sheet = readFileSync('src/ui/theme.css', 'utf8')
const blockOf = (selector: string) =>
  sheet.slice(sheet.indexOf(`${selector} {`), sheet.indexOf('}', sheet.indexOf(`${selector} {`)))

/** Names of colours and what they are in the light and in the dark theme. */
const pairs = [...blockOf('\n:root').matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)]
const projector = new Map(
  [...blockOf(':root[data-theme="projector"]').matchAll(/--([\w-]+): (#\w{6})/g)].map(([, name, colour]) => [
    name,
    colour,
  ]),
)

const THEMES = {
  light: new Map(pairs.map(([, name, light]) => [name, light])),
  dark: new Map(pairs.map(([, name, , dark]) => [name, dark])),
  projector: new Map(pairs.map(([, name, light]) => [name, projector.get(name) ?? light])),
}

/** Relative luminance of `#rrggbb`, as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((x) => (x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

const TEXT = [
  'ink',
  'soft',
  'query',
  'key',
  'value',
  'weight',
  'plain',
  'holds',
  'fails',
  'unsaid',
  'synthesizer',
]
const BEHIND = ['paper', 'panel']
const BADGES = ['holds', 'fails', 'unsaid']

describe.each(Object.entries(THEMES))('in the %s theme', (_, colours) => {
  const of = (name: string) => colours.get(name)!

  test.each(TEXT)('%s is read as text on paper and panels', (name) => {
    for (const behind of BEHIND) expect(contrast(of(name), of(behind)), behind).toBeGreaterThanOrEqual(4.5)
  })

  test('ink and what is soft are read on a wash too', () => {
    for (const name of ['ink', 'soft']) expect(contrast(of(name), of('wash'))).toBeGreaterThanOrEqual(4.5)
  })

  test.each(BADGES)('letters on %s are read', (name) => {
    expect(contrast(of('on-colour'), of(name))).toBeGreaterThanOrEqual(4.5)
  })

  test('edges of controls are seen', () => {
    for (const behind of BEHIND) expect(contrast(of('edge'), of(behind))).toBeGreaterThanOrEqual(3)
  })
})

test('black on white is 21', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10)
  expect(Object.values(THEMES).map(({ size }) => size)).toEqual([17, 17, 17])
})
