import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createCorpus } from '../../src/knowledge/corpus/corpus'
import { londonAccuracy, regionMajorityAccuracy } from '../../src/knowledge/corpus/ignorance'
import { type Result, readResults, scoreOf } from '../../src/knowledge/training/results'
import { baseSetting } from '../../src/knowledge/training/setting'

const FOLDER = 'public/lab'
const FILE = `${FOLDER}/results.json`

/**
 * The results that were kept before; none where there is no file.
 *
 * @throws {Error} if the file holds anything else, which would be lost by writing
 */
export function keptResults(): readonly Result[] {
  if (!existsSync(FILE)) return []
  const read = readResults(JSON.parse(readFileSync(FILE, 'utf8')))
  if ('refused' in read) throw new Error(`${FILE}: ${read.refused}`)
  return read.results
}

/** Keeps a result in place of an older one of the same variant and seed, and where given its weights. */
export function keep(result: Result, weights?: Uint8Array): void {
  mkdirSync(FOLDER, { recursive: true })
  const others = keptResults().filter(
    ({ variant, seed }) => variant !== result.variant || seed !== result.seed,
  )
  const sorted = [...others, result].toSorted((a, b) => a.variant.localeCompare(b.variant) || a.seed - b.seed)
  writeFileSync(FILE, `${JSON.stringify(sorted.map(rounded), null, 1)}\n`)
  if (weights) writeFileSync(`${FOLDER}/${result.variant}.safetensors`, weights)
}

/** Four digits after the point: a curve shows no more. */
const rounded = (result: Result) =>
  JSON.parse(
    JSON.stringify(result, (_, x: unknown) => (typeof x === 'number' ? Number(x.toFixed(4)) : x)),
  ) as Result

/** Dev exact match at the end of a run. */
export const finalDev = (result: Result) => scoreOf(result).share

/** What somebody scores who always says London, or the most frequent city of the name's region. */
export function guesses(seed: number): { london: number; majority: number } {
  const { people } = createCorpus({ ...baseSetting.corpus, seed })
  return { london: londonAccuracy(people), majority: regionMajorityAccuracy(people) }
}

/** The results as a table in Markdown, in per cent with binomial standard errors. */
export function table(results: readonly Result[]): string {
  const seeds = [...new Set(results.map(({ seed }) => seed))].toSorted((a, b) => a - b)
  const variants = [...new Set(results.map(({ variant }) => variant))]
  const cell = (variant: string, seed: number) => {
    const found = results.find((result) => result.variant === variant && result.seed === seed)
    if (!found) return '–'
    const { share, error } = scoreOf(found)
    return `${percent(share)} ± ${percent(error)}`
  }
  const rows = variants.map((variant) => [variant, ...seeds.map((seed) => cell(variant, seed))])
  const london = ['always London', ...seeds.map((seed) => percent(guesses(seed).london))]
  const majority = ['majority of the region', ...seeds.map((seed) => percent(guesses(seed).majority))]
  const head = ['dev exact match, %', ...seeds.map((seed) => `seed ${seed}`)]
  const lines = [head, head.map(() => '---'), london, majority, ...rows]
  return lines.map((line) => `| ${line.join(' | ')} |`).join('\n')
}

const percent = (share: number) => (100 * share).toFixed(1)
