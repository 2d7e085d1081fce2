import { benchGaussian } from './bench/gaussian'

/** What `npm run bench` measures, each part in one run, so that its ratios mean something on any machine. */
const parts: Readonly<Record<string, () => string[]>> = {
  'Gaussian keys': benchGaussian,
}

for (const [title, measure] of Object.entries(parts))
  process.stdout.write(`${[title, ...measure()].join('\n  ')}\n\n`)
