import { grouped } from '../core/numbers/grouped'
import { CheckpointError } from '../knowledge/checkpoint/checkpoint'
import type { Tokenizer } from '../knowledge/corpus/tokens'
import { courseModel, courseTokenizer } from '../knowledge/course/course-model'
import { type CourseMaterial, courseMaterial } from '../knowledge/course/course-training'
import {
  type CourseQuestion,
  type CourseQuestions,
  readQuestions,
  withPlainEnds,
} from '../knowledge/course/questions'
import type { Engine } from '../knowledge/engine/kernels'
import { attentionOf } from '../knowledge/model/config'
import { parameterCounts } from '../knowledge/model/shapes'
import type { Transformer } from '../knowledge/model/transformer'

/** The files of the assignment that are read, each at most once. */
export type CourseKind = 'weights' | 'wiki' | 'train' | 'dev'
export type CourseFiles = { readonly [kind in CourseKind]?: Blob }

/** What is said of a file that was read, or why it was not. */
export interface FileReport {
  readonly kind: CourseKind
  readonly isTaken: boolean
  readonly sentence: string
}

/** Most bytes of a file, refused before it is read. */
const MOST: Readonly<Record<CourseKind, number>> = {
  weights: 512 * 2 ** 20,
  wiki: 32 * 2 ** 20,
  train: 8 * 2 ** 20,
  dev: 8 * 2 ** 20,
}

/** What was read of a person's files, and a sentence on each. */
export interface ReadFiles {
  readonly reports: readonly FileReport[]
  readonly model: Transformer | undefined
  /** Of the model; undefined where there is none, or `wiki.txt` is not the text that it was trained with. */
  readonly tokenizer: Tokenizer | undefined
  /** What a model can be trained with here; undefined while a file of it is missing. */
  readonly material: CourseMaterial | undefined
  readonly dev: readonly CourseQuestion[]
}

/** Reads the files one by one; one that is wrong leaves the others as they are. Never throws. */
export async function readFiles(files: CourseFiles, engine: Engine): Promise<ReadFiles> {
  const reports: FileReport[] = []
  const read = async <T>(kind: CourseKind, take: (file: Blob) => Promise<readonly [T, string]>) => {
    const file = files[kind]
    if (!file) return undefined
    try {
      if (file.size > MOST[kind])
        throw new CheckpointError(`It has ${file.size} bytes; at most ${MOST[kind]} are read.`)
      const [value, sentence] = await take(file)
      reports.push({ kind, isTaken: true, sentence })
      return value
    } catch (error) {
      const sentence = error instanceof CheckpointError ? error.message : 'It could not be read.'
      reports.push({ kind, isTaken: false, sentence })
      return undefined
    }
  }
  const model = await read('weights', (file) => takenWeights(file, engine))
  let wiki = ''
  const tokenizer = await read('wiki', async (file) => {
    wiki = await file.text()
    return takenWiki(wiki, model)
  })
  const train = (await read('train', takenQuestions))?.questions ?? []
  const dev = (await read('dev', takenQuestions))?.questions ?? []
  return { reports, model, tokenizer, material: materialOf(wiki, train), dev }
}

/** What a model can be trained with; undefined where there is nothing to read, or nothing to ask. */
function materialOf(wiki: string, train: readonly CourseQuestion[]): CourseMaterial | undefined {
  if (wiki === '' || train.length === 0) return undefined
  const material = courseMaterial(wiki, train)
  return material.documents.length > 0 && material.questions.length > 0 ? material : undefined
}

async function takenWeights(file: Blob, engine: Engine): Promise<readonly [Transformer, string]> {
  const model = courseModel(engine, new Uint8Array(await file.arrayBuffer()))
  const { config } = model
  const { total } = parameterCounts(config)
  return [
    model,
    `${attentionOf(config, 0)} attention, ${config.layers} layers of width ${config.width}, ${config.heads} heads, ${config.vocabulary} tokens, ${grouped(total)} parameters.`,
  ]
}

function takenWiki(text: string, model: Transformer | undefined): readonly [Tokenizer | undefined, string] {
  if (!model)
    return [
      undefined,
      `${new Set(withPlainEnds(text)).size} characters: for a file of weights, or for a model that is trained here.`,
    ]
  const tokenizer = courseTokenizer(model.config.vocabulary, text)
  return [
    tokenizer,
    `${tokenizer.vocabulary.length - 2} characters, as many as the model knows besides □ and ⁇.`,
  ]
}

async function takenQuestions(file: Blob): Promise<readonly [CourseQuestions, string]> {
  const read = readQuestions(await file.text())
  if (read.questions.length === 0)
    throw new CheckpointError('No line of it is “Where was NAME born?”, a tab, and a place.')
  const odd = read.odd === 0 ? '' : ` ${read.odd} lines are none, the first is line ${read.oddLine}.`
  return [read, `${read.questions.length} questions.${odd}`]
}
