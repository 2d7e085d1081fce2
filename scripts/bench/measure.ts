/** Milliseconds of processor time that `work` takes: what else the machine does is left out. */
function processorTime(work: () => void): number {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

/** One thing to measure: what it does, and how many units of it one run makes. */
export interface Contestant {
  readonly name: string
  readonly units: number
  run(): void
}

/** Median processor time in microseconds for one unit of each contestant, by rounds that alternate between them. */
export function race(contestants: readonly Contestant[], rounds: number): number[] {
  for (const { run } of contestants) run()
  const times = contestants.map((): number[] => [])
  for (let round = 0; round < rounds; round++)
    for (const [i, { run, units }] of contestants.entries())
      times[i].push((1000 * processorTime(run)) / units)
  return times.map((list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)])
}
