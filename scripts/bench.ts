import { benchGaussian } from './bench/gaussian'
import { inWorker } from './bench/in-worker'
import { processorTime } from './bench/measure'

/** What `npm run bench` measures, each part in one run, so that its ratios mean something on any machine. */
const parts: Readonly<Record<string, () => string[] | Promise<string[]>>> = {
  'Gaussian keys, in Node': () => benchGaussian(processorTime),
  'Gaussian keys, in a worker of the browser': inWorker,
}

for (const [title, measure] of Object.entries(parts))
  process.stdout.write(`${[title, ...(await measure())].join('\n  ')}\n\n`)
