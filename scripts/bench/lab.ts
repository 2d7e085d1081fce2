import { setFlagsFromString } from 'node:v8'
import { createCorpus } from '../../src/knowledge/corpus/corpus'
import { stream } from '../../src/knowledge/corpus/streams'
import type { Engine } from '../../src/knowledge/engine/kernels'
import { referenceEngine } from '../../src/knowledge/engine/reference'
import { wasmEngine } from '../../src/knowledge/engine/wasm'
import { drawParameters } from '../../src/knowledge/model/parameters'
import { createTransformer } from '../../src/knowledge/model/transformer'
import { pretrainingBatch } from '../../src/knowledge/training/batches'
import { optimize } from '../../src/knowledge/training/optimizer'
import { modelOf } from '../../src/knowledge/training/run'
import { baseSetting } from '../../src/knowledge/training/setting'
import { compiledKernels } from '../kernels/compile'
import { writeTable } from './document'
import { type MachineLimits, machineLimits } from './machine'
import { processorTime } from './measure'
import { peersFolder } from './peers'
import { operationsOf } from './step-operations'

/** One step of training at a time, and its loss before the step. */
interface Trainer {
  readonly name: string
  step(): number
}

const setting = baseSetting
const corpus = createCorpus(setting.corpus)
const config = modelOf(setting, corpus)
const { tokens, targets, batch } = pretrainingBatch(corpus, setting, 0)
const RATE = 5e-3
const RATES = { rate: RATE, beta1: 0.9, beta2: 0.95, epsilon: 1e-8, decay: 0.1 }
/** Steps before time is taken, and turns of which the median counts. */
const WARM = 3
const ROUNDS = Number(process.env['ROUNDS'] ?? 15)
/** Losses of the same step may differ by so much after as many steps as warm up. */
const TOLERANCE = 2e-3

/** A step of the lab's base model in our engines, in TensorFlow.js and in jax-js, by turns in one process. */
export async function benchLab(): Promise<string[]> {
  const trainers = [...(await ours()), ...(await peers())]
  const warm = trainers.map((trainer) => Array.from({ length: WARM }, () => trainer.step()))
  const apart = warm.flatMap((losses) => losses.map((loss, i) => Math.abs(loss - warm[0][i])))
  if (!(Math.max(...apart) < TOLERANCE))
    throw new Error(`The steps are not the same; losses: ${JSON.stringify(warm)}`)
  const rows = measured(trainers)
  written(rows, await machineLimits())
  return rows.map(
    ({ name, ms, gigaflops }) => `${name}: ${ms.toFixed(1)} ms a step, ${gigaflops.toFixed(2)} GFLOP/s`,
  )
}

interface Row {
  readonly name: string
  readonly ms: number
  readonly gigaflops: number
}

/** Median processor time of a step of each, in turns. */
function measured(trainers: readonly Trainer[]): Row[] {
  const times = trainers.map((): number[] => [])
  for (let round = 0; round < ROUNDS; round++)
    for (const [i, trainer] of trainers.entries()) {
      const start = processorTime()
      trainer.step()
      times[i].push(processorTime() - start)
    }
  const operations = operationsOf(config, batch)
  return trainers.map(({ name }, i) => {
    const ms = times[i].toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)]
    return { name, ms, gigaflops: operations / ms / 1e6 }
  })
}

async function ours(): Promise<Trainer[]> {
  setFlagsFromString('--experimental-wasm-relaxed-simd')
  const [plain, relaxed] = [await compiledKernels('plain'), await compiledKernels('relaxed')]
  const engines: (readonly [string, Engine])[] = [
    ['ours, TypeScript, float32', referenceEngine('float32')],
    ['ours, WebAssembly', wasmEngine(new WebAssembly.Module(plain))],
  ]
  if (WebAssembly.validate(relaxed))
    engines.push(['ours, WebAssembly with fused multiplication', wasmEngine(new WebAssembly.Module(relaxed))])
  return engines.map(([name, engine]) => trainerOf(name, engine))
}

function trainerOf(name: string, engine: Engine): Trainer {
  const model = drawnModel(engine)
  let steps = 0
  return {
    name,
    step() {
      model.forward(tokens, batch)
      const loss = model.loss(targets)
      model.backward(targets)
      optimize(model, RATE, ++steps)
      return loss
    },
  }
}

function drawnModel(engine: Engine) {
  const model = createTransformer(engine, config, batch.rows)
  drawParameters(model.parameters, stream(setting.seed, 'parameters'))
  return model
}

/** The peers, which start from the same numbers. */
async function peers(): Promise<Trainer[]> {
  const model = drawnModel(referenceEngine('float32'))
  const parameters = [...model.parameters.values()].map(({ name, shape, value, decays }) => ({
    name,
    shape,
    values: Float32Array.from(value),
    decays,
  }))
  const task = { config, parameters, batch, rates: RATES, tokens: [...tokens], targets: [...targets] }
  const folder = peersFolder()
  return await Promise.all(
    ['tfjs', 'jax'].map(async (name) => {
      const module = (await import(`${folder}/training/${name}.js`)) as {
        trainer(given: typeof task): Promise<Trainer>
      }
      return await module.trainer(task)
    }),
  )
}

/** Puts the table into the documentation. */
function written(rows: readonly Row[], { apart, fused }: MachineLimits): void {
  const best = Math.min(...rows.map(({ ms }) => ms))
  const limit = (name: string, rate: number) => [`*${name}*`, '', rate.toFixed(1), '']
  writeTable('training step', `median processor time of ${ROUNDS} steps taken by turns`, [
    ['one training step', 'ms', 'GFLOP/s', 'ratio'],
    ...rows.map(({ name, ms, gigaflops }) => [
      name,
      ms.toFixed(1),
      gigaflops.toFixed(2),
      (ms / best).toFixed(1),
    ]),
    limit('one core at most, multiplied and added one after the other', apart),
    ...(fused === undefined ? [] : [limit('one core at most, fused', fused)]),
  ])
}
