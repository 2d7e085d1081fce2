import {
  type Claim,
  type Construction,
  judged,
  paramsWith,
  type Verdict,
} from '../../src/constructions/construction'
import { drawParams, initialParams } from '../../src/constructions/params'
import { createRandom } from '../../src/core/random/random'
import type { Params } from '../../src/state/session'
import type { ClaimRow } from '../../src/ui/conformance/report'

/** States drawn from the whole range of the controls, beside the named ones. */
const DRAWN = 100
const SEED = 20_261_127

/** States in which the claims of a room are judged: as it opens, its presets, and random ones. */
export function judgedStates(room: Construction): Params[] {
  const random = createRandom(SEED)
  const initial = initialParams(room.params)
  return [
    paramsWith(room, initial, {}),
    ...room.presets.map(({ params }) => paramsWith(room, initial, params)),
    ...Array.from({ length: DRAWN }, () => paramsWith(room, drawParams(room.params, random), {})),
  ]
}

/** Every claim of a room with its verdicts. */
export function judgedClaims(room: Construction, states: readonly Params[]): ClaimRow[] {
  const models = states.map((params) => ({ params, model: room.model(params) }))
  return room.claims.map((claim) => {
    const found = models.map((state) => ({ ...state, ...judged(claim, state.params, state.model) }))
    const refuted = found.filter(({ params, model, verdict, isFalse }) =>
      isRefuted(claim, params, model, verdict, isFalse),
    )
    return {
      id: claim.id,
      name: claim.name,
      kind: claim.kind,
      isTheorem: isTheorem(claim),
      opening: found[0].verdict,
      verdicts: tally(found.map(({ verdict }) => verdict)),
      refutedAt: refuted.slice(0, 3).map(({ params }) => params),
    }
  })
}

type AnyClaim = Claim<Params, unknown>

const isTheorem = ({ kind, failsAt }: AnyClaim) => kind !== 'corrected' && failsAt === undefined

/** A theorem is true wherever its premise is there, and so is a correction. */
function isRefuted(
  claim: AnyClaim,
  params: Params,
  model: unknown,
  verdict: Verdict,
  isFalse: boolean,
): boolean {
  if (verdict === 'does not apply here') return false
  if (claim.correction) {
    const { error, bound } = claim.correction.check(params, model)
    return !(error <= bound)
  }
  return isTheorem(claim) && isFalse
}

function tally(verdicts: readonly Verdict[]): Partial<Record<Verdict, number>> {
  const counts: Partial<Record<Verdict, number>> = {}
  for (const verdict of verdicts) counts[verdict] = (counts[verdict] ?? 0) + 1
  return counts
}
