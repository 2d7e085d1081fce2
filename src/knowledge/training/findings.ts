import { listed } from '../../core/listed'
import { lastPlaceLoss, type Result, type RowId, scoreOf, seedsOf } from './results'

/** The rows whose order the notes report, the least first. */
const ORDER = ['unpretrained', 'synthesizer', 'vanilla'] as const satisfies readonly RowId[]

const NAMES: Readonly<Record<(typeof ORDER)[number], string>> = {
  unpretrained: 'no pretraining',
  synthesizer: 'Synthesizer',
  vanilla: 'vanilla',
}

/** What finished runs say about the order of the notes, in sentences that are made from their numbers alone. */
export function findings(results: readonly Result[]): string[] {
  const find = (variant: RowId, seed: number) =>
    results.find((result) => result.variant === variant && result.seed === seed)
  const seeds = seedsOf(results).filter((seed) => ORDER.every((variant) => find(variant, seed)))
  if (seeds.length === 0) return []
  const rows = ORDER.map((variant) => seeds.map((seed) => find(variant, seed)!))
  return [inTheMean(rows, seeds), ...seedBySeed(rows, seeds), ...inPlaceLoss(rows, seeds)]
}

/** Runs by row of the notes, then by seed. */
type Grid = readonly (readonly Result[])[]

function inTheMean(rows: Grid, seeds: readonly number[]): string {
  const means = rows.map((runs) => mean(runs.map((run) => scoreOf(run).share)))
  const scores = ORDER.map((variant, i) => `${NAMES[variant]} ${percent(means[i])}`).join(', ')
  const isOrdered = means.every((share, i) => i === 0 || share > means[i - 1])
  const which =
    seeds.length === 1 ? `On seed ${seeds[0]}` : `In the mean of seeds ${listed(seeds.map(String))}`
  return `${which}: ${scores}. That is ${isOrdered ? '' : 'not '}the order of the notes.`
}

function seedBySeed([, synthesizers, vanillas]: Grid, seeds: readonly number[]): string[] {
  const exceptions = seeds.flatMap((seed, i) => {
    const [synthesizer, vanilla] = [scoreOf(synthesizers[i]), scoreOf(vanillas[i])]
    if (vanilla.share > synthesizer.share) return []
    if (vanilla.share === synthesizer.share)
      return [`On seed ${seed} the two are even, ${percent(vanilla.share)} each.`]
    const error = Math.hypot(synthesizer.error, vanilla.error)
    return [
      `On seed ${seed} the Synthesizer is ahead, ${percent(synthesizer.share)} against ${percent(vanilla.share)}: ${points(synthesizer.share - vanilla.share)}, and one standard error of that difference is ${points(error)}.`,
    ]
  })
  if (exceptions.length > 0 || seeds.length === 1) return exceptions
  return ['On every seed vanilla is ahead of the Synthesizer.']
}

function inPlaceLoss([, synthesizers, vanillas]: Grid, seeds: readonly number[]): string[] {
  const losses = [vanillas, synthesizers].map((runs) =>
    runs.flatMap((run) => lastPlaceLoss(run) ?? []).filter(Number.isFinite),
  )
  const [vanilla, synthesizer] = losses
  if (vanilla.length < seeds.length || synthesizer.length < seeds.length) return []
  const lower = seeds.filter((_, i) => vanilla[i] < synthesizer[i]).length
  const where = lower === seeds.length ? 'on every seed' : `on ${lower} of ${seeds.length} seeds`
  const written = losses.map((row) => row.map((loss) => loss.toFixed(2)).join(', '))
  return [
    `Within a paragraph the vanilla model knows the place better ${where}: a place costs it ${written[0]} nats after pretraining, the Synthesizer ${written[1]}.`,
  ]
}

/** When finished runs were computed and with what, in one sentence. */
export function provenance(results: readonly Result[]): string {
  const times = results.map(({ finished }) => finished).toSorted()
  const speeds = results.map(({ msPerStep }) => msPerStep)
  const engines = [...new Set(results.map(({ engine }) => ENGINES[engine]))].join(', or ')
  const [from, to] = [Math.min(...speeds), Math.max(...speeds)].map((ms) => ms.toFixed(0))
  const [first, last] = [times[0], times.at(-1)!].map((time) => time.replace('T', ' '))
  return `${results.length} runs, the first finished ${first} and the last ${last} UTC, computed outside of the browser by the command “npm run train”: ${engines}, ${from === to ? from : `${from} to ${to}`} ms of one core a step.`
}

const ENGINES = {
  wasm: 'this page’s own WebAssembly',
  relaxed: 'this page’s own WebAssembly with fused multiplication',
}

const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length
const percent = (share: number) => `${(100 * share).toFixed(1)} %`
const points = (share: number) => `${(100 * share).toFixed(1)} points`
