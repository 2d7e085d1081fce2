/** Milliseconds since some moment. */
export type Clock = () => number

/** Milliseconds of processor time of this process: what else the machine does is left out. */
export const processorTime: Clock = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** One thing to measure: what it does, and how many units of it one run makes. */
export interface Contestant {
  readonly name: string
  readonly units: number
  run(): void
}

/** Median time in microseconds for one unit of each contestant, by rounds that alternate between them. */
export function race(contestants: readonly Contestant[], rounds: number, now: Clock): number[] {
  for (const { run } of contestants) run()
  const times = contestants.map((): number[] => [])
  for (let round = 0; round < rounds; round++)
    for (const [i, { run, units }] of contestants.entries()) {
      const start = now()
      run()
      times[i].push((1000 * (now() - start)) / units)
    }
  return times.map((list) => quantile(list, 0.5))
}

/** The smallest of `values` that `share` of them do not exceed; NaN of none. */
export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(share * values.length) - 1)] ?? Number.NaN
