import {
  type Claim,
  type Construction,
  type Judgement,
  judged,
  type Verdict,
} from '../constructions/construction'
import { initialParams } from '../constructions/params'
import type { Params } from '../state/session'

type RoomClaim = Claim<Params, unknown>

/** A claim of a room with the verdict of its checks. */
export interface JudgedClaim {
  readonly claim: RoomClaim
  readonly judgement: Judgement<Params>
}

const known = new WeakMap<Params, readonly JudgedClaim[]>()

/** All claims of `construction` as judged at `params`, in the order of the construction; judged once for all who ask. */
export function judgementsOf(
  construction: Construction,
  params: Params,
  model: unknown,
): readonly JudgedClaim[] {
  const before = known.get(params)
  if (before) return before
  const claims = construction.claims as readonly RoomClaim[]
  const all = claims.map((claim) => ({ claim, judgement: judged(claim, params, model) }))
  known.set(params, all)
  return all
}

/** How many claims stand so: the words for one, and for several. */
const COUNTED: readonly (readonly [verdict: Verdict, one: string, several: string])[] = [
  ['fails here', 'fails here', 'fail here'],
  ['holds', 'holds', 'hold'],
  ['corrected', 'corrected', 'corrected'],
  ['unsaid', 'unsaid', 'unsaid'],
  ['does not apply here', 'does not apply', 'do not apply'],
]

/** “9 claims: 3 hold, 6 unsaid”. */
export function countsOf(all: readonly JudgedClaim[]): string {
  const named = COUNTED.flatMap(([verdict, one, several]) => {
    const count = all.filter(({ judgement }) => judgement.verdict === verdict).length
    return count === 0 ? [] : [`${count} ${count === 1 ? one : several}`]
  })
  return `${all.length} claims: ${named.join(', ')}`
}

/** The claims as a reader wants them: what fails first, then what the notes say, then what they leave out. */
export function inReadingOrder(all: readonly JudgedClaim[]): readonly JudgedClaim[] {
  const rank = ({ claim, judgement }: JudgedClaim) =>
    judgement.verdict === 'fails here' ? 0 : claim.kind === 'unsaid' ? 2 : 1
  return all.toSorted((a, b) => rank(a) - rank(b))
}

/** Changes to the initial params with which a claim that holds is false, where there are any. */
export function whereItFails({ claim, judgement }: JudgedClaim): Partial<Params> | undefined {
  return judgement.isFalse || judgement.appliesWith ? undefined : claim.failsAt
}

/** Changes to the initial params with which a claim holds that fails at `params`, or applies that does not. */
export function whereItHolds(
  { claim, judgement }: JudgedClaim,
  construction: Construction,
  params: Params,
): Partial<Params> | undefined {
  if (judgement.appliesWith) return { ...params, ...judgement.appliesWith }
  if (!judgement.isFalse || claim.correction) return undefined
  const initial = initialParams(construction.params)
  return claim.premise?.(initial, construction.model(initial))?.changes ?? {}
}
