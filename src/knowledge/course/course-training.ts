import { questionAbout } from '../corpus/corpus'
import { batchOf, drawSpan, questionRow, type Row, spanRow } from '../corpus/spans'
import { choose, shuffled, stream } from '../corpus/streams'
import { characterTokenizer, type Tokenizer } from '../corpus/tokens'
import type { Engine } from '../engine/kernels'
import { longest, type ModelConfig } from '../model/config'
import { drawParameters } from '../model/parameters'
import { createTransformer, type Transformer } from '../model/transformer'
import { learn, resetMoments, schedule } from '../training/optimizer'
import { assignmentModel } from '../training/presets'
import { baseSetting } from '../training/setting'
import { type CourseQuestion, withPlainEnds } from './questions'

/** What a person chooses of a training on their own files. */
export interface CourseTraining {
  readonly attention: 'vanilla' | 'synthesizer'
  readonly seed: number
  readonly pretrainSteps: number
  /** Passes over the questions of finetuning. */
  readonly epochs: number
}

/** The lab's own model, which a page can train in minutes, with the assignment's block. */
export const COURSE_SHAPE = { ...baseSetting.model, positions: assignmentModel.positions }

/** Texts and questions as tokens, one for each character of the texts. */
export interface CourseMaterial {
  readonly tokenizer: Tokenizer
  /** The lines of the texts, as far as a model can read. */
  readonly documents: readonly string[]
  readonly questions: readonly Row[]
}

/** A training on a person's own files. Each call of `advance` is one step. */
export interface CourseRun {
  readonly model: Transformer
  /** Steps of pretraining and finetuning together. */
  readonly total: number
  /** Steps that are done. */
  readonly step: number
  /**
   * One step of AdamW; returns its loss in nats a character.
   *
   * @throws {RangeError} if training has diverged
   */
  advance(): number
}

/**
 * The lines of `wiki.txt`, each a document, and those questions that the texts have the characters for and the model
 * the positions.
 */
export function courseMaterial(wiki: string, questions: readonly CourseQuestion[]): CourseMaterial {
  const text = withPlainEnds(wiki)
  const tokenizer = characterTokenizer(text)
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return {
    tokenizer,
    documents: lines.map(beginning),
    questions: questions.flatMap((question) => rowsOf(question, tokenizer)),
  }
}

/** As many characters as a model has positions: of what follows nothing is ever drawn. */
const beginning = (line: string) =>
  Array.from(line.slice(0, 2 * COURSE_SHAPE.positions))
    .slice(0, COURSE_SHAPE.positions)
    .join('')

function rowsOf({ name, place }: CourseQuestion, tokenizer: Tokenizer): readonly Row[] {
  const question = questionAbout(name)
  if (Array.from(question + place).some((c) => !tokenizer.vocabulary.includes(c))) return []
  const row = questionRow(tokenizer.encode(question), tokenizer.encode(place), tokenizer.mask)
  return row.inputs.length <= COURSE_SHAPE.positions ? [row] : []
}

/** Steps in which each question comes once, rounded up. */
export const epochSteps = ({ questions }: CourseMaterial) => Math.ceil(questions.length / ROWS)

const { rows: ROWS, pretrainRate, finetuneRate } = baseSetting.training

/**
 * Span corruption on the documents, then finetuning on the questions: the assignment's two losses and optimizer, on a
 * smaller model and for fewer steps.
 */
export function courseRun(engine: Engine, setting: CourseTraining, material: CourseMaterial): CourseRun {
  const { attention, seed, pretrainSteps, epochs } = setting
  const config: ModelConfig = {
    ...COURSE_SHAPE,
    attention,
    vocabulary: material.tokenizer.vocabulary.length,
  }
  const model = createTransformer(engine, config, ROWS, longest(config))
  drawParameters(model.parameters, stream(seed, 'parameters'))
  let step = 0
  return {
    model,
    total: pretrainSteps + epochs * epochSteps(material),
    get step() {
      return step
    },
    advance() {
      const isPretraining = step < pretrainSteps
      const own = isPretraining ? step : step - pretrainSteps
      if (own === 0) resetMoments(model)
      const rows = isPretraining ? spans(material, seed, own) : asked(material, seed, own)
      const rate = isPretraining ? pretrainRate * schedule(own, pretrainSteps) : finetuneRate
      const loss = learn(model, batchOf(rows, material.tokenizer.pad), rate, own)
      step++
      return loss
    },
  }
}

/** Documents at random, each with a span cut out. */
function spans({ documents, tokenizer }: CourseMaterial, seed: number, step: number): Row[] {
  const random = stream(seed, 'pretraining', step)
  return Array.from({ length: ROWS }, () => {
    const document = tokenizer.encode(choose(documents, random))
    return spanRow(document, drawSpan(document.length, COURSE_SHAPE.positions, random), tokenizer.mask)
  })
}

/** The next questions, in an order that is drawn for each epoch. */
function asked(material: CourseMaterial, seed: number, step: number): Row[] {
  const each = epochSteps(material)
  const order = shuffled(material.questions, stream(seed, 'finetuning', Math.floor(step / each)))
  const at = (step % each) * ROWS
  return order.slice(at, at + ROWS)
}
