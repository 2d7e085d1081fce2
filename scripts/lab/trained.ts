import type { Engine } from '../../src/knowledge/engine/kernels'
import { wasmEngine } from '../../src/knowledge/engine/wasm'
import { presetOf } from '../../src/knowledge/training/presets'
import type { Result, RowId } from '../../src/knowledge/training/results'
import { createRun, type Evaluation, type Run } from '../../src/knowledge/training/run'
import { seeded } from '../../src/knowledge/training/setting'
import { compiledKernels } from '../kernels/compile'

/** The fastest engine that this Node runs: fused multiplication needs `--experimental-wasm-relaxed-simd` in Node 20. */
export async function engineOfNode(): Promise<{ engine: Engine; name: Result['engine'] }> {
  const relaxed = await compiledKernels('relaxed')
  const isRelaxed = WebAssembly.validate(relaxed)
  const bytes = isRelaxed ? relaxed : await compiledKernels('plain')
  return { engine: wasmEngine(new WebAssembly.Module(bytes)), name: isRelaxed ? 'relaxed' : 'wasm' }
}

/** Trains one curve of the quartet to its end; `report` hears every evaluation. */
export async function trained(
  variant: RowId,
  seed: number,
  report: (evaluation: Evaluation) => void,
): Promise<{ run: Run; result: Result }> {
  const { setting } = presetOf('quartet')!.variants.find(({ id }) => id === variant)!
  const { engine, name } = await engineOfNode()
  const run = createRun(engine, seeded(setting, seed))
  let microseconds = 0
  for (;;) {
    if (run.isEvaluationDue()) report(run.evaluate())
    if (run.step === run.total) break
    const since = process.cpuUsage()
    run.advance()
    const { user, system } = process.cpuUsage(since)
    microseconds += user + system
  }
  const result: Result = {
    variant,
    seed,
    msPerStep: microseconds / 1000 / run.total,
    engine: name,
    finished: new Date().toISOString().slice(0, 16),
    evaluations: run.evaluations,
  }
  return { run, result }
}
