import { defineJob, type Jobs, type Work } from '../core/jobs'
import { questionAbout } from '../knowledge/corpus/corpus'
import type { Tokenizer } from '../knowledge/corpus/tokens'
import { type CourseQuestion, londonShare } from '../knowledge/course/questions'
import { fastestEngine } from '../knowledge/engine/fastest'
import { attentionMaps } from '../knowledge/inside/attention-map'
import type { Transformer } from '../knowledge/model/transformer'
import { answersTo } from '../knowledge/training/answers'
import { type CourseFiles, type FileReport, readFiles } from './course-files'

const { engine } = fastestEngine()

/** What the files come to. */
export interface CourseReport {
  readonly files: readonly FileReport[]
  /** Whether questions can be asked. */
  readonly isReady: boolean
  readonly layers: number
  readonly heads: number
  readonly dev: readonly CourseQuestion[]
  readonly london: number
}

interface Opened {
  readonly model: Transformer
  readonly tokenizer: Tokenizer
  readonly dev: readonly CourseQuestion[]
}

/** The files that were opened last, kept in this worker. */
let opened: Opened | undefined

/** Reads a person's files. Nothing leaves the device; what is wrong with one is said in a sentence. */
export const openCourse = defineJob('lab/course/open', async (files: CourseFiles): Promise<CourseReport> => {
  opened = undefined
  const { model, tokenizer, dev, reports } = await readFiles(files, engine)
  if (model && tokenizer) opened = { model, tokenizer, dev }
  return {
    files: reports,
    isReady: opened !== undefined,
    layers: model?.config.layers ?? 0,
    heads: model?.config.heads ?? 0,
    dev,
    london: londonShare(dev),
  }
})

/** @throws {RangeError} where no files are open, as in a worker that had to be started again */
function current(): Opened {
  if (!opened) throw new RangeError('The files are no longer open: choose them again.')
  return opened
}

/** A token of an answer as a person reads it. */
export interface ShownStep {
  readonly token: string
  readonly probability: number
  readonly others: readonly { readonly token: string; readonly probability: number }[]
}

/** The answer about a name, token by token; what is wrong with the name in a sentence. */
export const askCourse = defineJob('lab/course/ask', ({ name }: { readonly name: string }) => {
  const { model, tokenizer, dev } = current()
  try {
    const [{ text, probability, steps }] = answersTo(model, { tokenizer }, [name], 1, 4)
    const shown = steps.map(
      ({ token, probability: share, best }): ShownStep => ({
        token: tokenizer.shown(token),
        probability: share,
        others: best.slice(1).map((other) => ({ ...other, token: tokenizer.shown(other.token) })),
      }),
    )
    return { text, probability, steps: shown, truth: dev.find((one) => one.name === name)?.place }
  } catch (error) {
    return { refused: error instanceof RangeError ? error.message : 'This name cannot be asked about.' }
  }
})

/** What one head does with the question about a name. */
export const lookCourse = defineJob(
  'lab/course/look',
  ({ name, layer, head }: { readonly name: string; readonly layer: number; readonly head: number }) => {
    const { model, tokenizer } = current()
    try {
      const tokens = [...tokenizer.encode(questionAbout(name)), tokenizer.mask]
      const map = attentionMaps(model, tokens)[layer][head]
      const start = 'Where was '.length
      const own = Array.from({ length: Array.from(name).length }, (_, i) => start + i)
      return { ...map, own, tokens: tokens.map((token) => tokenizer.shown(token)) }
    } catch (error) {
      return { refused: error instanceof RangeError ? error.message : 'This name cannot be looked at.' }
    }
  },
)

/** How many dev questions were asked, and answered exactly. */
export interface DevCount {
  readonly asked: number
  readonly right: number
  /** Questions with a character that the model does not know. */
  readonly unaskable: number
  readonly of: number
}

/** Asks all dev questions, a few at a time. */
export const countDev = defineJob('lab/course/count', async (_: null, work: Work<DevCount>) => {
  const { model, tokenizer, dev } = current()
  const askable = dev.filter(({ name }) => isAskable(name, model, tokenizer))
  const unaskable = dev.length - askable.length
  let [asked, right] = [0, 0]
  const { rows } = model.roomFor
  const count = (): DevCount => ({ asked, right, unaskable, of: dev.length })
  while (asked < askable.length) {
    await work.pause()
    const some = askable.slice(asked, asked + rows)
    const answers = answersTo(
      model,
      { tokenizer },
      some.map(({ name }) => name),
      rows,
      1,
    )
    right += some.filter(({ place }, i) => answers[i].text === place).length
    asked += some.length
    work.report(count())
  }
  return count()
})

function isAskable(name: string, { roomFor }: Transformer, tokenizer: Tokenizer): boolean {
  try {
    return tokenizer.encode(questionAbout(name)).length < roomFor.length
  } catch {
    return false
  }
}

/** What is done with a person's own model. */
export const jobs: Jobs = [openCourse, askCourse, lookCourse, countDev]
