import { readdirSync, readFileSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { keptResults } from '../../scripts/lab/results'
import { devAccuracy } from '../../src/knowledge/training/evaluation'
import { finishedRun } from '../../src/knowledge/training/finished-run'
import { presetOf } from '../../src/knowledge/training/presets'
import { seeded } from '../../src/knowledge/training/setting'
import { plainEngine } from './kernels'

const wasm = await plainEngine()
const files = readdirSync('public/lab').filter((name) => name.endsWith('.safetensors'))
const results = keptResults()

test('the weights that ship take 3 MB at most, and have results', () => {
  const sizes = files.map((name) => statSync(`public/lab/${name}`).size)
  expect(sizes.length).toBeGreaterThan(2)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(3_000_000)
  for (const { evaluations } of results) expect(evaluations.length).toBeGreaterThan(5)
})

test.each(files)('%s is of its preset, and answers as its results say', (name) => {
  const variant = name.replace('.safetensors', '')
  const run = finishedRun(wasm, new Uint8Array(readFileSync(`public/lab/${name}`)))
  expect(run.setting).toEqual(
    seeded(presetOf('quartet')!.variants.find(({ id }) => id === variant)!.setting, 1),
  )
  expect(run.step).toBe(run.total)
  const { dev } = results
    .find((result) => result.variant === variant && result.seed === 1)!
    .evaluations.at(-1)!
  // Half precision may turn the answer about a person or two.
  expect(Math.abs(devAccuracy(run.model, run.corpus).dev - dev)).toBeLessThan(2.5 / 72)
})
