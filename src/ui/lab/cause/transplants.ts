import type { TransplantPoint } from '../../../knowledge/experiments/transplant'

/** Whose attention students are given, in the order in which they are trained. */
export const DONORS = [
  { id: 'vanilla', words: 'vanilla’s attention' },
  { id: 'synthesizer', words: 'Synthesizer’s' },
  { id: 'uniform', words: 'even attention' },
] as const
export type DonorId = (typeof DONORS)[number]['id']

/** A point of the curve of one student. */
export type TransplantPart = TransplantPoint & { readonly donor: string }

/** What three students have come to, in a sentence made from their last points; what is still missing before. */
export function transplantFinding(parts: readonly TransplantPart[], steps: number, places: number): string {
  const losses = DONORS.map(
    ({ id }) => parts.find(({ donor, step }) => donor === id && step === steps)?.placeLoss,
  )
  const [vanilla, synthesizer, even] = losses
  if (vanilla === undefined || synthesizer === undefined || even === undefined)
    return parts.length === 0 ? 'Not run yet.' : 'Not all three are trained yet.'
  const listed = `After ${steps} steps a place costs ${vanilla.toFixed(2)} nats on vanilla’s attention, ${synthesizer.toFixed(2)} on the Synthesizer’s and ${even.toFixed(2)} on even attention; knowing nothing costs ${places.toFixed(2)}.`
  return `${listed} ${comparison(vanilla, synthesizer)} One student each: a gap of a few tenths may be chance.`
}

function comparison(vanilla: number, synthesizer: number): string {
  const gap = Math.abs(vanilla - synthesizer).toFixed(2)
  if (vanilla < synthesizer)
    return `With parameters alike, looking where vanilla looks leaves ${gap} nats less than looking where the Synthesizer looks.`
  return `Here looking where vanilla looks is no help: the student on the Synthesizer’s attention is ahead by ${gap} nats.`
}
