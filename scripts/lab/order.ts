import type { Result } from '../../src/knowledge/training/results'
import { finalDev, guesses } from './results'

/**
 * What is wrong with the order of the four rows in the mean over the seeds, in sentences; nothing if it is that of the
 * notes: no pretraining and London below 10 %, the Synthesizer 10 points above them, vanilla 10 points above it.
 */
export function orderFaults(results: readonly Result[], seeds: readonly number[]): string[] {
  const mean = (variant: string) =>
    average(
      seeds.map((seed) => {
        const found = results.find((result) => result.variant === variant && result.seed === seed)
        if (!found) throw new Error(`There is no result of ${variant} for seed ${seed}.`)
        return finalDev(found)
      }),
    )
  const [none, synthesizer, vanilla] = ['unpretrained', 'synthesizer', 'vanilla'].map(mean)
  const london = average(seeds.map((seed) => guesses(seed).london))
  const base = Math.max(none, london)
  return [
    ...(base < 0.1 ? [] : [`Without pretraining or with London ${percent(base)} are right, not below 10 %.`]),
    ...(synthesizer >= base + 0.1
      ? []
      : [`The Synthesizer, ${percent(synthesizer)}, is not 10 points above ${percent(base)}.`]),
    ...(vanilla >= synthesizer + 0.1
      ? []
      : [`Vanilla, ${percent(vanilla)}, is not 10 points above the Synthesizer, ${percent(synthesizer)}.`]),
  ]
}

const average = (numbers: readonly number[]) => numbers.reduce((sum, x) => sum + x, 0) / numbers.length
const percent = (share: number) => `${(100 * share).toFixed(1)} %`
