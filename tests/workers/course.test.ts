import { zipSync } from 'fflate'
import { beforeEach, describe, expect, test } from 'vitest'
import { unwatched, type Work } from '../../src/core/jobs'
import type { CourseTraining } from '../../src/knowledge/course/course-training'
import type { CourseFiles, CourseKind } from '../../src/workers/course-files'
import {
  askCourse,
  type CourseProgress,
  countDev,
  courseWeights,
  type DevCount,
  lookCourse,
  openCourse,
  trainCourse,
} from '../../src/workers/course-jobs'
import { asSafetensors, asStateDict, characters, dev, drawnTensors, small, wiki } from '../knowledge/course'
import { pickled } from '../knowledge/pickles'

const file = (content: BlobPart) => new Blob([content])
const opened = async (files: CourseFiles) => await openCourse.run(files, unwatched)
const saidOf = async (kind: CourseKind, files: CourseFiles) => {
  const { files: reports } = await opened(files)
  return reports.find((report) => report.kind === kind)
}

const weights = asSafetensors(drawnTensors(small))
const all = { weights: file(weights), wiki: file(wiki), dev: file(dev) }

describe('files of a course', () => {
  test.each([
    ['safetensors, vanilla', weights],
    ['torch.save, vanilla', asStateDict(drawnTensors(small))],
    ['safetensors, Synthesizer', asSafetensors(drawnTensors({ ...small, attention: 'synthesizer' }))],
    ['torch.save, Synthesizer', asStateDict(drawnTensors({ ...small, attention: 'synthesizer' }))],
  ])('%s: read, asked, looked into and counted', async (name, bytes) => {
    const report = await opened({ ...all, weights: file(bytes) })
    expect(report).toMatchObject({ model: { layers: 3, heads: 8, words: 'from a file' }, london: 0.5 })
    expect(report.files.map(({ isTaken }) => isTaken)).toEqual([true, true, true])
    expect(report.files[0].sentence).toContain(name.endsWith('vanilla') ? 'vanilla' : 'synthesizer')

    const answer = await askCourse.run({ name: 'Ada' }, unwatched)
    if ('refused' in answer) throw new Error(answer.refused)
    expect(answer.truth).toBe('London')
    expect(answer.steps.length).toBeGreaterThan(0)
    expect(answer.probability).toBeCloseTo(
      answer.steps.reduce((product, step) => product * step.probability, 1),
      10,
    )

    const look = await lookCourse.run({ name: 'Ada', layer: 2, head: 7 }, unwatched)
    if ('refused' in look) throw new Error(look.refused)
    expect(look.own.map((i) => look.tokens[i]).join('')).toBe('Ada')
    for (const row of look.weights) expect(row.reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 4)

    const parts: DevCount[] = []
    const work: Work<DevCount> = { ...unwatched, report: (part) => parts.push(part) }
    expect(await countDev.run(null, work)).toMatchObject({ asked: 2, unaskable: 0, of: 2 })
    expect(parts.length).toBe(1)
  })

  test('line ends of Windows make no characters of their own', async () => {
    const windows = wiki.replaceAll('\n', '\r\n')
    expect((await opened({ ...all, wiki: file(windows) })).model).toBeDefined()
  })

  test('a name or a question with an unknown character is named, and others go on', async () => {
    const more = `${dev}Where was Łukasz born?\tKraków\n`
    await opened({ ...all, dev: file(more) })
    expect(await askCourse.run({ name: 'Łukasz' }, unwatched)).toEqual({
      refused: 'The vocabulary has no “Ł”.',
    })
    expect(await lookCourse.run({ name: 'Łukasz', layer: 0, head: 0 }, unwatched)).toEqual({
      refused: 'The vocabulary has no “Ł”.',
    })
    expect(await countDev.run(null, unwatched)).toMatchObject({ asked: 2, unaskable: 1, of: 3 })
  })

  test('without wiki.txt nothing is asked', async () => {
    const report = await opened({ weights: file(weights), dev: file(dev) })
    expect(report.model).toBeUndefined()
    expect(() => askCourse.run({ name: 'Ada' }, unwatched)).toThrow(/choose them again/)
  })
})

describe('a model that is trained on the files', () => {
  const texts = [
    'Ada Lovelace. Where? Ada Lovelace was born in London.',
    'Alan Turing. Alan Turing was born in Paris.',
    'Edsger Dijkstra. Edsger Dijkstra was born in Rotterdam.',
    'Grace Hopper. Grace Hopper was born in New York.',
  ]
  const asked = texts.map((text) => /^(.*?)\. .* born in (.*)\.$/.exec(text)!.slice(1))
  const questionsOf = (pairs: readonly (readonly string[])[]) =>
    pairs.map(([name, place]) => `Where was ${name} born?\t${place}\r\n`).join('')
  const course = {
    wiki: file(texts.join('\n')),
    train: file(questionsOf([...asked, ['Łukasz', 'Kraków'], ['A'.repeat(200), 'London']])),
  }
  const setting = { attention: 'vanilla', seed: 1, pretrainSteps: 30, epochs: 60 } as const

  test('learns, is asked, is kept when another file comes, and is saved and read again', async () => {
    const report = await opened(course)
    expect(report).toMatchObject({
      model: undefined,
      material: { documents: 4, questions: 4, epochSteps: 1 },
    })
    const parts: CourseProgress[] = []
    const work: Work<CourseProgress> = { ...unwatched, report: (part) => parts.push(part) }
    const model = await trainCourse.run(setting, work)
    expect(model).toMatchObject({
      layers: 2,
      heads: 8,
      words: expect.stringMatching(/^vanilla, trained here/),
    })
    expect(parts.at(-1)).toMatchObject({ step: 90, total: 90 })
    expect(parts.at(-1)!.loss).toBeLessThan(0.1)

    const again = await opened({ ...course, dev: file(questionsOf(asked)) })
    expect(again.model).toEqual(model)
    expect(await countDev.run(null, unwatched)).toMatchObject({ asked: 4, right: 4, of: 4 })

    const saved = file(await courseWeights.run(null, unwatched))
    const answer = await askCourse.run({ name: 'Ada Lovelace' }, unwatched)
    expect((await opened({ ...course, weights: saved })).model).toMatchObject({ words: 'from a file' })
    expect(await askCourse.run({ name: 'Ada Lovelace' }, unwatched)).toEqual({ ...answer, truth: undefined })
  }, 120_000)

  test('is the same each time, and another with another attention or seed', async () => {
    const trained = async (changes: Partial<CourseTraining>) => {
      await opened(course)
      const short = { ...setting, pretrainSteps: 2, epochs: 2, ...changes }
      await trainCourse.run(short, unwatched)
      return String(await courseWeights.run(null, unwatched))
    }
    const first = await trained({})
    expect(await trained({})).toBe(first)
    expect(await trained({ seed: 2 })).not.toBe(first)
    expect(await trained({ attention: 'synthesizer' })).not.toBe(first)
  }, 120_000)

  test('needs texts and questions, and belongs to its texts', async () => {
    for (const some of [{ wiki: course.wiki }, { train: course.train }, { ...course, train: file('none') }]) {
      expect((await opened(some)).material).toBeUndefined()
      await expect(trainCourse.run(setting, unwatched)).rejects.toThrow('choose them again')
    }
    await opened(course)
    await trainCourse.run({ ...setting, pretrainSteps: 0, epochs: 1 }, unwatched)
    expect((await opened({ ...course, wiki: file('Other texts.') })).model).toBeUndefined()
  }, 120_000)
})

describe('what is wrong with a file is said', () => {
  beforeEach(async () => void (await opened(all)))
  const square = (rows: number, columns: number) => ({
    shape: [rows, columns],
    values: new Float32Array(rows * columns),
  })
  const key = 'blocks.2.attn.key.weight'
  const nan = square(16, 16)
  nan.values[5] = Number.NaN
  const missing = drawnTensors(small)
  missing.delete('ln_f.bias')
  const hostile = zipSync({
    'archive/data.pkl': pickled('cos\nsystem\n', 'X', [4, 0, 0, 0], 'echo', '\x85R.'),
  })
  const vast = new TextEncoder().encode(
    JSON.stringify({ 'tok_emb.weight': { dtype: 'F32', shape: [2 ** 30, 2 ** 20], data_offsets: [0, 4] } }),
  )
  const withVast = new Uint8Array([
    ...new Uint8Array(BigUint64Array.of(BigInt(vast.length)).buffer),
    ...vast,
    0,
    0,
    0,
    0,
  ])

  test.each([
    [
      'a wrong shape',
      asSafetensors(drawnTensors(small, { [key]: square(16, 8) })),
      `${key} is [16, 8], expected [16, 16]`,
    ],
    [
      'a number that is none',
      asSafetensors(drawnTensors(small, { [key]: nan })),
      `${key} holds NaN at number 5.`,
    ],
    ['a missing tensor', asSafetensors(missing), 'ln_f.bias is missing; expected [16].'],
    ['another tensor', asSafetensors(drawnTensors(small, { extra: square(1, 1) })), 'extra is no parameter'],
    ['a pickle that calls something', hostile, 'The file asks for os.system.'],
    [
      'half an archive',
      asStateDict(drawnTensors(small)).slice(0, 5000),
      'The archive is damaged, or cut off.',
    ],
    ['half a file', weights.slice(0, weights.length - 100), 'the file ends before its numbers do'],
    ['a size beyond all memory', withVast, 'its offsets do not fit its shape'],
    ['text', new TextEncoder().encode('hello, this is no model at all'), 'The header says'],
    ['nothing', new Uint8Array(0), 'less than 8 bytes'],
  ])('%s', async (_, bytes, sentence) => {
    const report = await opened({ ...all, weights: file(new Uint8Array(bytes)) })
    expect(report.model).toBeUndefined()
    expect(report.files[0]).toMatchObject({ kind: 'weights', isTaken: false })
    expect(report.files[0].sentence).toContain(sentence)
  })

  test('a file beyond the limit is refused before it is read', async () => {
    const large = { size: 600 * 2 ** 20, arrayBuffer: () => Promise.reject(new Error('was read')) }
    const said = await saidOf('weights', { weights: large as unknown as Blob })
    expect(said?.sentence).toBe(`It has ${600 * 2 ** 20} bytes; at most ${512 * 2 ** 20} are read.`)
  })

  test('a text of other characters, and a file without questions', async () => {
    expect((await saidOf('wiki', { ...all, wiki: file('abc') }))?.sentence).toContain(
      `tok_emb.weight of the model has ${characters + 2}`,
    )
    expect((await saidOf('dev', { ...all, dev: file('no question\n') }))?.sentence).toContain('No line of it')
    const odd = await saidOf('dev', { ...all, dev: file(`${dev}odd\n\n`) })
    expect(odd?.sentence).toBe('2 questions. 1 lines are none, the first is line 3.')
  })
})
