import type { CorpusSetting } from '../../src/knowledge/corpus/corpus'
import { type AttentionKind, fault } from '../../src/knowledge/model/config'
import { presetOf, presets } from '../../src/knowledge/training/presets'
import { createRun, type Run } from '../../src/knowledge/training/run'
import { attentionName, type RunSetting, seeded, settingWith } from '../../src/knowledge/training/setting'
import { jsonText } from './json'
import { corpusShape, seed, share } from './lab-setting'
import { attention, engineCalled, engineName } from './lab-shapes'
import { RequestError } from './request-error'
import { checked, oneOf, optional, record, whole, within } from './shapes'

interface Request {
  readonly preset: string
  readonly variant?: string
  readonly attention?: AttentionKind | readonly AttentionKind[]
  readonly headSize?: number
  readonly seed?: number
  /** Pretraining steps. */
  readonly steps?: number
  readonly finetuneSteps?: number
  readonly evaluateEvery?: number
  readonly placeShare?: number
  readonly corpus?: Partial<CorpusSetting>
  readonly engine?: 'reference' | 'wasm'
}

const steps = (least: number) => checked(whole(least), 'at most 1000000', (value) => value <= 1_000_000)

const request = record<Request>({
  preset: oneOf(presets.map(({ id }) => id)),
  variant: optional(oneOf(presets.flatMap(({ variants }) => variants.map(({ id }) => id)))),
  attention: optional(attention),
  headSize: optional(whole(1)),
  seed: optional(seed),
  steps: optional(steps(0)),
  finetuneSteps: optional(steps(0)),
  evaluateEvery: optional(steps(1)),
  placeShare: optional(share),
  corpus: optional(corpusShape),
  engine: optional(engineName),
})

/** One line for each evaluation of a run, from its start to the end of its finetuning. */
export async function* trainLines(foreign: unknown): AsyncGenerator<string> {
  const asked = within('train', () => request.read(foreign))
  const setting = settingOf(asked)
  const run = started(await engineCalled(asked.engine ?? 'wasm'), setting)
  let [since, from] = [performance.now(), 0]
  for (;;) {
    if (run.isEvaluationDue()) {
      const msPerStep = run.step === from ? undefined : (performance.now() - since) / (run.step - from)
      const { step, loss, placeLoss, unseenLoss, dev, phase, epoch } = run.evaluate()
      yield `${jsonText({ step, loss, placeLoss, dev, msPerStep: msPerStep ?? null, unseenLoss, phase, epoch })}\n`
      ;[since, from] = [performance.now(), run.step]
    }
    if (run.step === run.total) return
    run.advance()
  }
}

function started(engine: Parameters<typeof createRun>[0], setting: RunSetting): Run {
  const wrong = fault({ ...setting.model, vocabulary: 2 })
  if (wrong) throw new RequestError(`train: ${wrong}`)
  return createRun(engine, setting)
}

function settingOf(asked: Request): RunSetting {
  const { variants } = presetOf(asked.preset)!
  const named = asked.attention === undefined ? 'vanilla' : attentionName(asked.attention)
  const { setting } = variants.find(({ id }) => id === (asked.variant ?? named)) ?? {
    // A kind that the preset has no curve for: its vanilla curve with that attention.
    setting: settingWith(variants.find(({ id }) => id === 'vanilla')!.setting, {}),
  }
  const { attention: kind = setting.model.attention, headSize = setting.model.headSize } = asked
  const { training } = setting
  return settingWith(seeded(setting, asked.seed ?? setting.seed), {
    model: { attention: kind, ...(headSize === undefined ? {} : { headSize }) },
    corpus: { ...asked.corpus },
    training: {
      pretrainSteps: asked.steps ?? training.pretrainSteps,
      finetuneSteps: asked.finetuneSteps ?? training.finetuneSteps,
      evaluateEvery: asked.evaluateEvery ?? training.evaluateEvery,
      placeShare: asked.placeShare ?? training.placeShare,
    },
  })
}
