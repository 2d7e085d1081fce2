import type { Distance, Standing } from '../../constructions/exercises/exercise'

/** Natural logarithm of an error that may count as none, where rounding hides what is below. */
const FINE = -13.8

/** Distances that a trend is read from. */
const POINTS = 3

/** Slack, in nats, up to which a distance is as good as known. */
const CLEAR = 0.05

/** A fall that lasts keeps at least this share of its pace from one doubling to the next; ln ln Q still does. */
const LASTING = 0.75

/** A fall towards a positive limit loses at least this share: as c + 1/Q does, whose falls halve in the end. */
const ENDING = 0.66

/**
 * Whether distances at doubled scales fall without bound, judged by their logarithms and never by one large number.
 *
 * What only rounding may have made is no evidence of an error: it counts as none where float64 is fine enough there to
 * show one, and not at all where it is not.
 */
export function limitOf(distances: readonly Distance[]): Standing {
  const known = withoutNoise(distances)
  const last = known.at(-1)
  if (last === undefined) return 'undecided'
  if (last.isRounding) return 'holds'
  return trendOf(known.filter(({ isRounding }) => !isRounding))
}

/** Without the last distances as long as rounding there is coarser than an error already seen, or than what is fine. */
function withoutNoise(distances: readonly Distance[]): readonly Distance[] {
  const last = distances.at(-1)
  if (last === undefined || !last.isRounding) return distances
  const seen = distances.filter(({ isRounding }) => !isRounding).map(({ log }) => log)
  const isCoarse = last.log > FINE || seen.some((log) => log <= last.log)
  return isCoarse ? withoutNoise(distances.slice(0, -1)) : distances
}

/** A fall by so many nats between two scales, to what is fine, is one that no limit but 0 explains. */
const STEEP = 5

function trendOf(seen: readonly Distance[]): Standing {
  // Rounding grows with the scale: its last points say least, where there are enough others.
  const clear = seen.filter(({ slack }) => slack <= CLEAR)
  const points = (clear.length < POINTS ? seen : clear).slice(-POINTS)
  const doubt = 2 * Math.max(...points.map(({ slack }) => slack)) + 1e-9
  const falls = points.slice(1).map(({ log }, i) => points[i].log - log)
  const [before, after] = [falls[0], falls[falls.length - 1]]
  if (points.length < POINTS)
    return falls.some((fall) => fall - doubt >= STEEP) && points[1].log <= FINE ? 'holds' : 'undecided'
  // Of a fall that is small against what rounding may have done, nothing is known.
  if (doubt > 0.3 && after <= 10 * doubt) return 'undecided'
  if (after <= doubt) return 'fails'
  if (after >= LASTING * before) return 'holds'
  return after <= ENDING * before ? 'fails' : 'undecided'
}
