import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { latexOf } from '../../src/export/progress-latex'
import { markdownOf } from '../../src/export/progress-markdown'
import { writtenTasks } from '../../src/questions/written'
import {
  type Attempt,
  MOST_ANSWER_CHARACTERS,
  MOST_ATTEMPTS,
  MOST_NOTE_CHARACTERS,
  NO_PROGRESS,
  PARTS,
  type Progress,
  partProgress,
  withAttempt,
  withNote,
  withRevealed,
  withWritten,
  writtenProgress,
} from '../../src/state/progress'
import { decodeProgress, encodeProgress } from '../../src/state/progress-decode'
import { importedProgress, mergedProgress } from '../../src/state/progress-merge'
import { standingAnswers } from '../../src/state/progress-proof'
import { progressReport, summaryOf } from '../../src/state/progress-report'
import { loadProgress, PROGRESS_KEY, saveProgress } from '../../src/state/progress-storage'

const AT = '2026-11-22T18:03:14.000Z'
const RIGHT: Attempt = { at: AT, texts: { q: 'Q*(k_a + k_b)' }, accept: true, diagnosis: null }

const words = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', 'a', 'ab', 'b', '```', '</p>'),
)
const times = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
const attempts = fc.record({
  at: fc.oneof(times, fc.constant(AT)),
  texts: fc.dictionary(fc.constantFrom('q', 'q_1', 'K', 'Q', 'V'), words, {
    maxKeys: 3,
    noNullPrototype: true,
  }),
  accept: fc.constantFrom(true, false, null),
  diagnosis: fc.constantFrom(null, 'scale-missing', 'sign', 'unheard-of'),
})

/** Changes as the page makes them. */
const changes = fc.oneof(
  fc.tuple(fc.constantFrom(...PARTS), attempts).map(
    ([part, attempt]) =>
      (progress: Progress) =>
        withAttempt(progress, part, attempt),
  ),
  fc.tuple(fc.constantFrom(...PARTS), words).map(
    ([part, note]) =>
      (progress: Progress) =>
        withNote(progress, part, note),
  ),
  fc.constantFrom(...PARTS).map((part) => (progress: Progress) => withRevealed(progress, part)),
  fc.tuple(fc.constantFrom(...writtenTasks), words, fc.boolean(), fc.nat()).map(
    ([task, text, isShown, seed]) =>
      (progress: Progress) =>
        withWritten(progress, task.id, {
          text,
          isShown,
          prediction:
            task.prediction.kind === 'count'
              ? [seed % 500]
              : task.prediction.truth.map((_, i) => (seed + i) % 101),
          ticked: task.points.filter((_, i) => (seed >> i) % 2 === 1).map(({ id }) => id),
        }),
  ),
)
const progresses: fc.Arbitrary<Progress> = fc
  .array(changes, { maxLength: 12 })
  .map((all) => all.reduce((progress, change) => change(progress), NO_PROGRESS))

/** Storage that holds `content` at first. */
function holding(content?: string) {
  const entries = new Map(content === undefined ? [] : [[PROGRESS_KEY, content]])
  return {
    entries,
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
  }
}

const many = (count: number, year = 2026): Attempt[] =>
  Array.from({ length: count }, (_, i) => ({
    ...RIGHT,
    at: new Date(Date.UTC(year, 0, 1, 0, 0, i)).toISOString(),
  }))

const withAll = (all: readonly Attempt[], progress = NO_PROGRESS) =>
  all.reduce((built, attempt) => withAttempt(built, 'b', attempt), progress)

describe('keeping', () => {
  test.prop([progresses])('brings back what was saved, and says nothing', (progress) => {
    const storage = holding()
    expect(saveProgress(storage, progress)).toBe(true)
    expect(loadProgress(storage)).toMatchObject({ progress, notices: [] })
    expect([...storage.entries.keys()]).toEqual([PROGRESS_KEY])
  })

  test('drops the oldest attempts, and never a note', () => {
    const note = 'n'.repeat(MOST_NOTE_CHARACTERS + 5)
    const progress = withNote(withAll(many(MOST_ATTEMPTS + 7)), 'b', note)
    const { attempts: kept, note: whole } = partProgress(progress, 'b')
    expect(kept).toEqual(many(MOST_ATTEMPTS + 7).slice(7))
    expect(whole).toHaveLength(MOST_NOTE_CHARACTERS)
    expect(partProgress(withAttempt(progress, 'b', RIGHT), 'b').note).toBe(whole)
  })

  test('cuts what no answer may be as long as', () => {
    const long = withAttempt(NO_PROGRESS, 'a', { ...RIGHT, texts: { q: 'k'.repeat(5000) } })
    expect(partProgress(long, 'a').attempts[0].texts['q']).toHaveLength(MOST_ANSWER_CHARACTERS)
  })

  test('leaves what a newer version saved, and names it', () => {
    const storage = holding('{"v":2,"elsewhere":[]}')
    expect(loadProgress(storage)).toMatchObject({ progress: NO_PROGRESS, notices: [{ field: 'storage' }] })
    expect(saveProgress(storage, withAll([RIGHT]))).toBe(false)
    expect([...storage.entries]).toEqual([[PROGRESS_KEY, '{"v":2,"elsewhere":[]}']])
  })

  test('survives storage that refuses', () => {
    const refuse = () => {
      throw new DOMException('not here', 'SecurityError')
    }
    expect(loadProgress({ getItem: refuse, setItem: refuse })).toEqual({ progress: NO_PROGRESS, notices: [] })
    expect(saveProgress({ getItem: refuse, setItem: refuse }, NO_PROGRESS)).toBe(false)
    expect(saveProgress(undefined, NO_PROGRESS)).toBe(false)
  })
})

describe('foreign content', () => {
  test.each([
    '',
    '{',
    'null',
    '[]',
    '"v"',
    '{"v":1}',
    '{"v":0,"parts":{},"written":{}}',
    '{"v":1,"parts":[],"written":5}',
  ])('%s is set aside as it was, and named', (text) => {
    const storage = holding(text)
    const { progress, notices } = loadProgress(storage)
    expect(progress).toEqual(NO_PROGRESS)
    expect(notices.length).toBeGreaterThan(0)
    expect(storage.entries.get(`${PROGRESS_KEY}.bad`)).toBe(text)
  })

  test('is taken as far as it can be read, and the rest is named', () => {
    const content = {
      v: 1,
      parts: {
        b: { attempts: [RIGHT, { ...RIGHT, accept: 'yes' }, 5], note: 'mine', isRevealed: 'no' },
        c: 'nothing',
        zz: {},
      },
      written: {
        c2: { text: 'bimodal', prediction: [1, 2], ticked: ['gamma', 'nonsense'] },
        d9: {},
      },
    }
    const storage = holding(JSON.stringify(content))
    const { progress, notices } = loadProgress(storage)
    expect(partProgress(progress, 'b')).toEqual({ attempts: [RIGHT], note: 'mine', isRevealed: false })
    expect(writtenProgress(progress, 'c2')).toEqual({
      text: 'bimodal',
      prediction: [],
      isShown: false,
      ticked: ['gamma'],
    })
    expect(notices.map(({ field, message }) => `${field}: ${message}`)).toEqual(
      expect.arrayContaining([
        'parts: 1 are not known',
        'written questions: 1 are not known',
        'attempts at 1(b): 2 could not be read',
        '1(b), solutions shown: could not be read',
        '1(c)i: could not be read',
        'prediction for 1(c)ii: could not be read',
      ]),
    )
    expect(storage.entries.get(`${PROGRESS_KEY}.bad`)).toBe(JSON.stringify(content))
  })

  test.each([
    { at: '2026-11-22' },
    { at: '2026-13-45T00:00:00.000Z' },
    { texts: { q: 'x'.repeat(1001) } },
    { texts: { 'a b': 'x' } },
    { texts: { a: '1', b: '2', c: '3', d: '4', e: '5' } },
    { accept: 1 },
    { diagnosis: 'Not an id' },
    { diagnosis: undefined },
  ])('an attempt with %j is refused', (wrong) => {
    const parts = { b: { attempts: [{ ...RIGHT, ...wrong }], isRevealed: false, note: '' } }
    const decoded = decodeProgress(JSON.stringify({ v: 1, parts, written: {} }))
    expect(decoded).toMatchObject({
      notices: [{ field: 'attempts at 1(b)', message: '1 could not be read' }],
    })
  })

  const keys = fc.constantFrom(
    'a',
    'b',
    'e1',
    'c2',
    '3a',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
  )
  const branch = fc.oneof(
    fc.jsonValue(),
    fc.record({
      attempts: fc.array(fc.oneof(attempts, fc.jsonValue())),
      note: fc.jsonValue(),
      isRevealed: fc.jsonValue(),
    }),
    fc.record({
      text: fc.jsonValue(),
      prediction: fc.jsonValue(),
      ticked: fc.jsonValue(),
      isShown: fc.jsonValue(),
    }),
  )
  const tree = fc
    .array(fc.tuple(keys, branch))
    .map((pairs) => pairs.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join())
  const hostile = fc.oneof(
    fc.string(),
    fc.json(),
    fc.tuple(tree, tree).map(([parts, written]) => `{"v":1,"parts":{${parts}},"written":{${written}}}`),
    fc.constant(`{"v":1,"parts":${'['.repeat(50_000)}`),
    fc.constant(`{"v":1,"written":{},"parts":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}`),
  )

  test.prop([hostile, progresses], { numRuns: 500 })(
    'never throws, never leaves the bounds, and loses nothing',
    (text, own) => {
      const { progress } = importedProgress(own, text)
      expectToHold(progress, own)
      expect(decodeProgress(encodeProgress(progress))).toMatchObject({ state: 'read', progress, notices: [] })
      markdownOf(progressReport(progress), AT)
      latexOf(progressReport(progress), AT, {})
      expect(Object.keys(Object.prototype)).toEqual([])
    },
  )
})

/** Holds that everything of `part` is in `whole`. */
function expectToHold(whole: Progress, part: Progress): void {
  for (const id of PARTS) {
    const [large, small] = [partProgress(whole, id), partProgress(part, id)]
    expect(large.attempts).toEqual(expect.arrayContaining([...small.attempts]))
    expect(large.attempts.length).toBeLessThanOrEqual(MOST_ATTEMPTS)
    expect(large.note).toContain(small.note)
    expect(large.isRevealed || !small.isRevealed).toBe(true)
  }
  for (const { id } of writtenTasks) {
    const [large, small] = [writtenProgress(whole, id), writtenProgress(part, id)]
    expect(large.text).toContain(small.text)
    expect(large.ticked).toEqual(expect.arrayContaining([...small.ticked]))
    if (small.prediction.length > 0) expect(large.prediction.length).toBeGreaterThan(0)
  }
}

describe('merging', () => {
  test.prop([progresses, progresses])('holds all of both', (own, other) => {
    const { progress, notices } = mergedProgress(own, other)
    expect(notices).toEqual([])
    expectToHold(progress, own)
    expectToHold(progress, other)
    for (const { id } of writtenTasks)
      if (writtenProgress(own, id).prediction.length > 0)
        expect(writtenProgress(progress, id).prediction).toEqual(writtenProgress(own, id).prediction)
  })

  test.prop([progresses, progresses])(
    'twice is merging once, and with itself changes nothing',
    (own, other) => {
      const { progress } = mergedProgress(own, other)
      expect(mergedProgress(progress, other).progress).toEqual(progress)
      expect(mergedProgress(progress, own).progress).toEqual(progress)
      expect(mergedProgress(own, own)).toEqual({ progress: own, notices: [] })
    },
  )

  test('fills up with the newest of the others, and names what did not fit', () => {
    const own = withAll(many(MOST_ATTEMPTS - 3, 2020))
    const other = withAll(many(10, 2026))
    const { progress, notices } = mergedProgress(own, other)
    expect(partProgress(progress, 'b').attempts).toEqual([
      ...many(MOST_ATTEMPTS - 3, 2020),
      ...many(10, 2026).slice(7),
    ])
    expect(notices).toMatchObject([{ field: 'attempts at 1(b)', outcome: 'refused' }])
    expect(mergedProgress(progress, other).progress).toEqual(progress)
  })

  test('leaves a note alone that another does not fit below', () => {
    const own = withNote(NO_PROGRESS, 'a', 'x'.repeat(MOST_NOTE_CHARACTERS - 1))
    const { progress, notices } = mergedProgress(own, withNote(NO_PROGRESS, 'a', 'yy'))
    expect(progress).toEqual(own)
    expect(notices).toMatchObject([{ field: 'note on 1(a)' }])
  })

  test.prop([progresses, progresses])('says whether a file had anything to add', (own, other) => {
    expect(importedProgress(own, encodeProgress(own)).isMore).toBe(false)
    expect(importedProgress(own, encodeProgress(NO_PROGRESS)).isMore).toBe(false)
    const { progress } = mergedProgress(own, other)
    expect(importedProgress(progress, encodeProgress(other)).isMore).toBe(false)
    expect(importedProgress(NO_PROGRESS, encodeProgress(withNote(other, 'a', 'x'))).isMore).toBe(true)
  })

  test.prop([progresses, fc.constantFrom('\r\n', '\r')])(
    'knows a text again whose lines end as on another system',
    (own, end) => {
      const written = withWritten(withNote(own, 'b', 'a\nb\n\nc'), 'c2', { text: 'd\ne' })
      const foreign = encodeProgress(written).replaceAll(
        String.raw`\n`,
        end === '\r' ? String.raw`\r` : String.raw`\r\n`,
      )
      expect(importedProgress(written, foreign)).toMatchObject({ isMore: false, progress: written })
    },
  )

  test.each([
    '{"v":7}',
    'no JSON',
    '{"format":"attention-explorer/proof-of-check","version":1,"entries":[]}',
  ])('takes nothing from %s, and says why', (text) => {
    const own = withAll([RIGHT])
    const { progress, notices } = importedProgress(own, text)
    expect(progress).toBe(own)
    expect(notices).toHaveLength(1)
  })
})

describe('exporting', () => {
  const wrong: Attempt = {
    ...RIGHT,
    texts: { q: "u_b' | `x` & 50% #_{\\alpha}^2 ᵀ 𝄞" },
    accept: false,
    diagnosis: 'scale-missing',
  }
  const later: Attempt = { ...wrong, at: '2026-11-23T00:00:00.000Z' }
  const progress = withWritten(withNote(withAll([RIGHT, later, wrong]), 'b', 'one\n\n# two <script>'), 'c2', {
    text: 'p is bimodal',
    prediction: [50, 0, 0, 0, 0, 0, 0, 0, 0, 0, 50],
    isShown: true,
    ticked: ['gamma'],
  })

  test('as Markdown shows attempts, notes and checklists, and lets nothing out of its place', () => {
    const text = markdownOf(progressReport(progress), AT)
    expect(text).toContain('## 1(b) ')
    expect(text).toContain('- ✓ right, 2026-11-22 18:03 UTC: `q = Q*(k_a + k_b)`')
    expect(text).toContain("``` q = u_b' | `x` ".replace('```', '``'))
    expect(text).toContain('> one\n>\n> # two &lt;script>')
    expect(text).toContain('- [x] For small')
    expect(text).toContain('Prediction: Total variation distance')
    expect(text).not.toContain('<script')
    expect(text).not.toContain('\\htmlClass')
  })

  test('as LaTeX escapes what has a meaning of its own', () => {
    const text = latexOf(progressReport(progress), AT, { b: { q: 'q = \\htmlClass{role-key}{k_a}' } })
    expect(text).toContain(
      '\\texttt{q = u\\_b\\textquotesingle{} \\textbar{} \\textasciigrave{}x\\textasciigrave{} \\& 50\\% \\#\\_\\{\\textbackslash{}alpha\\}\\textasciicircum{}2 \\ensuremath{^{\\top}} \\othercharacter{𝄞}{U+1D11E}}',
    )
    expect(text).toContain('\\[ q = k_a \\]')
    expect(text).toContain('one\n\n\\# two \\textless{}script\\textgreater{}')
  })

  test.prop([progresses])('as LaTeX keeps braces, environments and formulas closed', (any) => {
    const text = latexOf(progressReport(any), AT, {}).replaceAll(/\\[\\{}$%&#_]/g, '')
    const count = (pattern: RegExp) => [...text.matchAll(pattern)].length
    expect(count(/\{/g)).toBe(count(/\}/g))
    expect(count(/\$/g) % 2).toBe(0)
    expect(count(/\\begin\{/g)).toBe(count(/\\end\{/g))
    expect(count(/\\begin\{document\}/g)).toBe(1)
    expect(text).not.toMatch(/[^\P{Cc}\n]|\p{Cs}/u)
  })

  test.each([
    ['Not tried yet.', []],
    ['Not right yet after 1 attempt.', [wrong]],
    ['Right after 1 attempt.', [RIGHT]],
    ['Right after 1 attempt, 2 in all.', [RIGHT, later]],
  ])('says in words: %s', (text, all) => {
    expect(summaryOf(partProgress(withAll(all), 'b'))).toBe(text)
    expect(summaryOf(partProgress(withRevealed(withAll(all), 'b'), 'b'))).toBe(
      `${text} Solutions were shown.`,
    )
  })

  test('as proof names the latest right answer, or the latest', () => {
    expect(standingAnswers(progress)).toEqual([{ part: 'b', texts: RIGHT.texts }])
    expect(standingAnswers(withAll([wrong, later]))).toEqual([{ part: 'b', texts: later.texts }])
    expect(standingAnswers(NO_PROGRESS)).toEqual([])
  })
})
