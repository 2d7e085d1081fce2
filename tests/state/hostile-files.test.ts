import { describe, expect, test } from 'vitest'
import { NO_PROGRESS, partProgress, writtenProgress } from '../../src/state/progress'
import { importedProgress } from '../../src/state/progress-merge'
import { type HostileFile, progressFileOf } from '../contract/hostile-files'
import cases from '../reference/hostile-files.json'

/** Where a file of progress is stricter or more lenient than the list expects, and why. */
const OTHERWISE: Readonly<Record<string, readonly [outcome: string, reason: string]>> = {
  'IJ-013': ['reject', 'a version in quotes is no version'],
  'IJ-039': ['fallback', 'a prediction is a number, in quotes it is none'],
  'IJ-047': ['fallback', 'a prediction out of range is refused, for nobody predicted its bound'],
  'IJ-048': ['fallback', 'likewise'],
  'IJ-052': ['accept', 'no attempts are a list of attempts'],
  'IJ-065': ['accept', 'a note is its owner’s own text, shown as text alone'],
}

const files = (cases as readonly HostileFile[]).map((file) => {
  const [outcome] = OTHERWISE[file.id] ?? [file.expect.outcome]
  return { ...file, outcome }
})
const those = (...outcomes: readonly string[]) => files.filter(({ outcome }) => outcomes.includes(outcome))

test('every file is tried', () => {
  expect(files).toHaveLength(49)
  expect(those('reject', 'fallback', 'ignored', 'accept')).toHaveLength(files.length)
})

test.each(those('reject'))('$id $title: nothing is taken, and it is said', (file) => {
  const { progress, isMore, notices } = importedProgress(NO_PROGRESS, progressFileOf(file))
  expect(partProgress(progress, 'b')).toEqual(partProgress(NO_PROGRESS, 'b'))
  expect(isMore).toBe(false)
  // What is nested too deep or padded too much may be read, and then holds nothing.
  if (file.group !== 'size') expect(notices.length).toBeGreaterThan(0)
})

test.each(those('fallback'))('$id $title: that part is refused and named', (file) => {
  const { progress, isMore, notices } = importedProgress(NO_PROGRESS, progressFileOf(file))
  expect(isMore).toBe(false)
  expect(notices.map(({ outcome }) => outcome)).toContain('refused')
  expect(partProgress(progress, 'b')).toEqual(partProgress(NO_PROGRESS, 'b'))
  expect(writtenProgress(progress, '3b')).toEqual(writtenProgress(NO_PROGRESS, '3b'))
})

test.each(those('ignored'))('$id $title: it changes nothing', (file) => {
  const { progress } = importedProgress(NO_PROGRESS, progressFileOf(file))
  expect(partProgress(progress, 'b')).toEqual(partProgress(NO_PROGRESS, 'b'))
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
  expect(Object.keys(Object.prototype)).toEqual([])
})

describe('what is accepted', () => {
  test.each(those('accept'))('$id $title: is kept as it stands', (file) => {
    const text = progressFileOf(file)
    const { progress, notices } = importedProgress(NO_PROGRESS, text)
    expect(notices).toEqual([])
    const { note } = partProgress(progress, 'b')
    const [prediction = 0] = writtenProgress(progress, '3b').prediction
    const said = /"note":("(?:[^"\\]|\\.)*")/.exec(text)
    if (said) expect(note).toBe(JSON.parse(said[1]))
    if (file.id === 'IJ-034') expect(prediction).toBe(2)
  })
})
