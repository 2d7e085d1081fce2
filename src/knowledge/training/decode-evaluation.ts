import * as v from 'valibot'

const count = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most))
const finite = v.pipe(v.number(), v.finite())

/** More steps than any setting has. */
const MOST_STEPS = 2_000_000

/** An evaluation from a file, the device or the results that ship. */
export const evaluationSchema = v.strictObject({
  step: count(MOST_STEPS),
  phase: v.picklist(['pretraining', 'finetuning']),
  epoch: finite,
  loss: finite,
  placeLoss: finite,
  unseenLoss: finite,
  dev: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  n: count(2000),
})

/** How far a run is, with its evaluations so far. */
export const progressEntries = {
  step: count(MOST_STEPS),
  evaluations: v.pipe(v.array(evaluationSchema), v.maxLength(2000)),
  pending: v.strictObject({ sum: finite, count: count(MOST_STEPS) }),
}
