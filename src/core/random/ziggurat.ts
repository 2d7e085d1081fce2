import { portableExp, portableLog } from '../numbers/portable'

/*
 * The bell exp(−x²/2), x ≥ 0, cut into 256 strips of equal area: G. Marsaglia and W. W. Tsang, The ziggurat method
 * for generating random variables, J. Stat. Software 5 (2000) no. 8. Strip i ≥ 1 is the box as wide as EDGES[i]
 * between the heights of EDGES[i] and EDGES[i + 1]; strip 0 is the box under both and the tail beyond it.
 */

/** Where the tail begins. */
const TAIL = 3.6541528853610088

/** Area of each strip. */
const AREA = 0.004928673233974655

const EDGES = edges()

/** Steps of the offset from 0 to the edge of a strip: an offset is a whole number and a half, below this in size. */
const STEPS = 2 ** 52

/** Width of one step of the offset in each strip. */
export const STEP_WIDTHS = Float64Array.from({ length: 256 }, (_, i) => EDGES[i] / STEPS)

/** Offsets smaller than this are under the bell whatever the height: 98.5 % of all. */
export const SAFE_OFFSETS = Float64Array.from({ length: 256 }, (_, i) => (EDGES[i + 1] / EDGES[i]) * STEPS)

const HEIGHTS = EDGES.map(bell)

/** Whether the point at `x` in strip ≥ 1, `height` of the way up from its lower to its upper side, is under the bell. */
export function isUnderBell(strip: number, x: number, height: number): boolean {
  return HEIGHTS[strip] + height * (HEIGHTS[strip + 1] - HEIGHTS[strip]) < bell(x)
}

/**
 * A normal draw given that it lies beyond the last box, by Marsaglia's exponential rejection.
 *
 * @param uniform - draws from (0, 1]
 */
export function drawTail(uniform: () => number): number {
  for (;;) {
    const beyond = -portableLog(uniform()) / TAIL
    if (-2 * portableLog(uniform()) > beyond * beyond) return TAIL + beyond
  }
}

/** Right edges of the strips, then 0; the first is that of a box as large as the tail and the box before it. */
function edges(): number[] {
  const list = [AREA / bell(TAIL), TAIL]
  while (list.length < 256) {
    const last = list[list.length - 1]
    list.push(Math.sqrt(-2 * portableLog(AREA / last + bell(last))))
  }
  return [...list, 0]
}

function bell(x: number): number {
  return portableExp((-x * x) / 2)
}
