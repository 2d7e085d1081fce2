import type { Transformer } from '../model/transformer'
import type { TrainingBatch } from './batches'

const BETA_1 = 0.9
const BETA_2 = 0.95
const EPSILON = 1e-8
const DECAY = 0.1
/** Gradients longer than this are shortened to it. */
const LONGEST = 1

/**
 * One step of AdamW on the model's last gradients, clipped to length 1; weight decay 0.1 on weights of linear maps.
 *
 * @param step - steps since the moments were 0, the first being 1
 * @param isTrained - parameters to leave alone give false
 */
export function optimize(
  { parameters, kernels }: Transformer,
  rate: number,
  step: number,
  isTrained: (name: string) => boolean = () => true,
): void {
  const trained = [...parameters.values()].filter(({ name, isFixed }) => !isFixed && isTrained(name))
  let squares = 0
  for (const { gradient } of trained) squares += kernels.squares(gradient)
  const length = Math.sqrt(squares)
  if (!Number.isFinite(length)) throw new RangeError('Training diverged: a gradient is no number any more.')
  const common = {
    rate,
    beta1: BETA_1,
    beta2: BETA_2,
    epsilon: EPSILON,
    correction1: 1 - BETA_1 ** step,
    correction2: 1 - BETA_2 ** step,
    clip: length > LONGEST ? LONGEST / length : 1,
  }
  for (const { value, gradient, first, second, decays } of trained)
    kernels.adamW(value, gradient, first, second, { ...common, keeps: decays ? 1 - rate * DECAY : 1 })
}

/**
 * One step of training on a batch: forward, backward, AdamW; returns its loss before the step.
 *
 * @param step - steps on this task before it
 * @throws {RangeError} if training has diverged
 */
export function learn(
  model: Transformer,
  { tokens, targets, batch }: TrainingBatch,
  rate: number,
  step: number,
): number {
  model.forward(tokens, batch)
  const loss = model.loss(targets)
  model.backward(targets)
  optimize(model, rate, step + 1)
  return loss
}

/** Forgets the moments, as training on another task begins. */
export function resetMoments({ parameters }: Transformer): void {
  for (const { first, second } of parameters.values()) {
    first.fill(0)
    second.fill(0)
  }
}

/** Learning rate at step `step` of `steps`, as a share: up in 5 % of them, then along a cosine down to 5 %. */
export function schedule(step: number, steps: number): number {
  const warm = Math.max(1, Math.round(steps * 0.05))
  if (step < warm) return (step + 1) / warm
  const done = (step - warm) / Math.max(1, steps - warm)
  return 0.05 + 0.95 * 0.5 * (1 + Math.cos(Math.PI * done))
}
