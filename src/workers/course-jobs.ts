import { defineJob, type Jobs, type Work } from '../core/jobs'
import { writeSafetensors } from '../knowledge/checkpoint/safetensors'
import { questionAbout } from '../knowledge/corpus/corpus'
import type { Tokenizer } from '../knowledge/corpus/tokens'
import {
  type CourseMaterial,
  type CourseTraining,
  courseRun,
  epochSteps,
} from '../knowledge/course/course-training'
import { type CourseQuestion, londonShare } from '../knowledge/course/questions'
import { fastestEngine } from '../knowledge/engine/fastest'
import { attentionMaps } from '../knowledge/inside/attention-map'
import type { Transformer } from '../knowledge/model/transformer'
import { answersTo } from '../knowledge/training/answers'
import { type CourseFiles, type FileReport, readFiles } from './course-files'

const { engine } = fastestEngine()

/** A model that can be asked. */
export interface OpenModel {
  readonly layers: number
  readonly heads: number
  /** What it is, in words; two models with the same words are the same. */
  readonly words: string
}

/** What the files come to. */
export interface CourseReport {
  readonly files: readonly FileReport[]
  /** The model that can be asked; undefined where there is none. */
  readonly model: OpenModel | undefined
  /** What a model can be trained with here; undefined while `wiki.txt` or the questions of finetuning are missing. */
  readonly material:
    | { readonly documents: number; readonly questions: number; readonly epochSteps: number }
    | undefined
  readonly dev: readonly CourseQuestion[]
  readonly london: number
}

interface Opened {
  /** What the model is. */
  readonly words: string
  readonly model: Transformer
  readonly tokenizer: Tokenizer
}

/** The model that can be asked, what another can be trained with, and the questions of the dev file, kept in this worker. */
let opened: Opened | undefined
let material: CourseMaterial | undefined
let dev: readonly CourseQuestion[] = []

/** Reads a person's files. Nothing leaves the device; what is wrong with one is said in a sentence. */
export const openCourse = defineJob('lab/course/open', async (files: CourseFiles): Promise<CourseReport> => {
  const before = opened
  opened = undefined
  const read = await readFiles(files, engine)
  const { model, tokenizer, reports } = read
  ;({ material, dev } = read)
  if (model && tokenizer) opened = { model, tokenizer, words: 'from a file' }
  else if (!files.weights && before && isOfTexts(before, material)) opened = before
  return {
    files: reports,
    model: opened && described(opened),
    material: material && {
      documents: material.documents.length,
      questions: material.questions.length,
      epochSteps: epochSteps(material),
    },
    dev,
    london: londonShare(dev),
  }
})

const described = ({ model: { config }, words }: Opened): OpenModel => ({
  layers: config.layers,
  heads: config.heads,
  words,
})

/** Whether a model knows the characters of these texts, as one does that was trained on them before another file came. */
const isOfTexts = ({ tokenizer }: Opened, texts: CourseMaterial | undefined) =>
  tokenizer.vocabulary.join('') === texts?.tokenizer.vocabulary.join('')

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
  const { model, tokenizer } = current()
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
  const { model, tokenizer } = current()
  const questions = dev
  const askable = questions.filter(({ name }) => isAskable(name, model, tokenizer))
  const unaskable = questions.length - askable.length
  let [asked, right] = [0, 0]
  const { rows } = model.roomFor
  const count = (): DevCount => ({ asked, right, unaskable, of: questions.length })
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

/** How far a training is. */
export interface CourseProgress {
  readonly step: number
  readonly total: number
  /** Mean loss since the part before, in nats a character. */
  readonly loss: number
}

/** Steps between two parts of the result. */
const REPORTED = 25

/** Trains a model on the files that are open; from then on it is the one that is asked. */
export const trainCourse = defineJob(
  'lab/course/train',
  async (setting: CourseTraining, work: Work<CourseProgress>): Promise<OpenModel> => {
    if (!material) throw new RangeError('The files are no longer open: choose them again.')
    const { tokenizer } = material
    const run = courseRun(engine, setting, material)
    const { total } = run
    let [sum, count] = [0, 0]
    while (run.step < total) {
      sum += run.advance()
      count++
      if (count === REPORTED || run.step === total || run.step === setting.pretrainSteps) {
        work.report({ step: run.step, total, loss: sum / count })
        ;[sum, count] = [0, 0]
      }
      await work.pause()
    }
    opened = { model: run.model, tokenizer, words: trainedWords(setting) }
    return described(opened)
  },
)

const trainedWords = ({ attention, seed, pretrainSteps, epochs }: CourseTraining) =>
  `${attention === 'vanilla' ? 'vanilla' : 'Synthesizer'}, trained here: ${pretrainSteps} steps of pretraining, ${epochs} epochs of finetuning, seed ${seed}`

/** The weights of the model that is asked, as a `.safetensors` file, which this page reads again. */
export const courseWeights = defineJob('lab/course/weights', () => {
  const { parameters } = current().model
  const tensors = [...parameters.values()].map(
    ({ name, shape, value }) => [name, { shape, values: value }] as const,
  )
  return writeSafetensors(new Map(tensors), 'F32')
})

/** What is done with a person's own model. */
export const jobs: Jobs = [openCourse, askCourse, lookCourse, countDev, trainCourse, courseWeights]
