import type { Construction } from '../../src/constructions/construction'
import { alignDocument } from '../../src/export/derivation-latex'
import type { Params } from '../../src/state/session'

/** Both forms of a derivation as documents: folded and written out. */
export function documents(construction: Construction, params: Params): string[] {
  const steps = construction.derivation(params, construction.model(params))
  return [
    alignDocument(steps),
    alignDocument(steps.map((step) => ({ ...step, lines: step.unfolded ?? step.lines }))),
  ]
}
