import { finished } from '../src/knowledge/training/finished-run'
import { ROWS } from '../src/knowledge/training/results'
import { orderFaults } from './lab/order'
import { keep, keptResults, table } from './lab/results'
import { trained } from './lab/trained'

/*
 * Trains the four rows of the notes and writes their curves, and of the first seed the weights, to public/lab:
 * `npm run train` for seed 1, `npm run train -- 2 3` for others, `npm run train -- 1 vanilla` for one row.
 * `npm run test:lab` trains seeds 1 to 3 and fails if the order is not that of the notes.
 */
const args = process.argv.slice(2)
const isTest = args.includes('--order')
const seeds = args.filter((arg) => /^\d+$/.test(arg)).map(Number)
const wantedSeeds = seeds.length > 0 ? seeds : isTest ? [1, 2, 3] : [1]
const named = ROWS.filter((row) => args.includes(row))

async function main(): Promise<void> {
  for (const seed of wantedSeeds)
    for (const variant of named.length > 0 ? named : ROWS) {
      const { run, result } = await trained(variant, seed, ({ step, placeLoss, dev }) =>
        process.stdout.write(
          `${variant}, seed ${seed}, step ${step}: place loss ${placeLoss.toFixed(2)}, dev ${(100 * dev).toFixed(1)} %\n`,
        ),
      )
      keep(result, seed === 1 ? finished(run) : undefined)
    }
  const results = keptResults()
  process.stdout.write(`\n${table(results)}\n`)
  if (!isTest) return
  const faults = orderFaults(results, wantedSeeds)
  process.stdout.write(
    faults.length === 0 ? '\nThe order is that of the notes.\n' : `\n${faults.join('\n')}\n`,
  )
  if (faults.length > 0) process.exitCode = 1
}

await main()
