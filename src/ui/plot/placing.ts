/** A side of what a label is attached to, by the compass; `on` is centred on it. */
export type Side = 'e' | 'ne' | 'se' | 'w' | 'nw' | 'sw' | 'n' | 's' | 'on'

type Place = readonly [x: number, y: number]

/** A label to be placed; all lengths in units of the drawing. */
export interface Attached {
  /** Where it may be attached, the best place first. */
  readonly at: readonly Place[]
  /** On which sides, the best first. */
  readonly sides: readonly Side[]
  /** Distance to what it is attached to. */
  readonly gap: number
  readonly width: number
  readonly size: number
  /** Left out rather than drawn over something. */
  readonly optional?: boolean
}

/** Where a label is drawn. */
export interface Spot {
  readonly x: number
  /** The baseline of its letters. */
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
}

export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** What labels keep clear of, and what they stay inside of. */
export interface Surroundings {
  readonly points: readonly Place[]
  readonly lines: readonly (readonly Place[])[]
  readonly inside: Box
}

/** Half the room that a point takes, and half the width of a line. */
const POINT = 8
const LINE = 2

/** How much worse a place is for each: a unit of area of another label or a point, of length of a line, of what is outside. */
const COSTS = { label: 3, point: 1.5, line: 2, outside: 20, moved: 1.2, further: 0.6 } as const

/** Above this cost an optional label is left out. */
const CROWDED = 30

/**
 * A place for each label, in order: at the first place and side where it covers nothing, or else where it covers least.
 * Undefined for an optional one that finds no room.
 */
export function placed(labels: readonly Attached[], around: Surroundings): readonly (Spot | undefined)[] {
  const taken: Box[] = []
  return labels.map((label) => {
    const candidates = candidatesOf(label).map(({ spot, cost }) => {
      const box = boxOf(spot, label)
      return { spot, box, cost: cost + costOf(box, taken, around) }
    })
    const best = candidates.reduce<(typeof candidates)[number] | undefined>(
      (least, candidate) => (least && least.cost <= candidate.cost ? least : candidate),
      undefined,
    )
    if (!best || (label.optional && best.cost > CROWDED)) return undefined
    taken.push(best.box)
    return best.spot
  })
}

/** Distances beyond its gap at which a label is tried. */
const FURTHER = [0, 7, 14, 24]

function candidatesOf({ at, sides, gap, size }: Attached) {
  return at.flatMap((place, i) =>
    FURTHER.flatMap((further) =>
      sides.map((side, j) => ({
        spot: spotAt(place, side, gap + further, size),
        cost: COSTS.moved * (i + j) + COSTS.further * further,
      })),
    ),
  )
}

/** Where a text is on one side of a place. */
function spotAt([x, y]: Place, side: Side, gap: number, size: number): Spot {
  const diagonal = side.length === 2 && side !== 'on'
  const aside = diagonal ? 0.9 * gap : gap
  const anchor = side.includes('e') ? 'start' : side.includes('w') ? 'end' : 'middle'
  const across = anchor === 'start' ? aside : anchor === 'end' ? -aside : 0
  if (side === 'on' || side === 'e' || side === 'w') return { x: x + across, y: y + 0.35 * size, anchor }
  const up = diagonal ? 0.7 * gap : gap
  return { x: x + across, y: side.startsWith('n') ? y - up : y + up + 0.75 * size, anchor }
}

/** The room that a text takes. */
export function boxOf({ x, y, anchor }: Spot, { width, size }: Pick<Attached, 'width' | 'size'>): Box {
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  return { left, right: left + width, top: y - 0.8 * size, bottom: y + 0.25 * size }
}

function costOf(box: Box, taken: readonly Box[], { points, lines, inside }: Surroundings): number {
  const labels = taken.reduce((sum, other) => sum + overlap(box, other), 0)
  const dots = points.reduce((sum, [x, y]) => sum + overlap(box, around(x, y)), 0)
  const crossed = lines.reduce((sum, line) => sum + lengthInside(line, widened(box)), 0)
  const outside =
    Math.max(0, inside.left - box.left) +
    Math.max(0, box.right - inside.right) +
    Math.max(0, inside.top - box.top) +
    Math.max(0, box.bottom - inside.bottom)
  return COSTS.label * labels + COSTS.point * dots + COSTS.line * crossed + COSTS.outside * outside
}

const around = (x: number, y: number): Box => ({
  left: x - POINT,
  right: x + POINT,
  top: y - POINT,
  bottom: y + POINT,
})

const widened = ({ left, right, top, bottom }: Box): Box => ({
  left: left - LINE,
  right: right + LINE,
  top: top - LINE,
  bottom: bottom + LINE,
})

/** Area that two boxes share. */
export const overlap = (a: Box, b: Box) =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top))

/** Length of the part of a line that lies in a box. */
function lengthInside(line: readonly Place[], box: Box): number {
  return line.reduce((sum, to, i) => (i === 0 ? 0 : sum + cut(line[i - 1], to, box)), 0)
}

/** Length of a segment inside a box, by the shares of it at which it enters and leaves. */
function cut([x1, y1]: Place, [x2, y2]: Place, { left, right, top, bottom }: Box): number {
  const [dx, dy] = [x2 - x1, y2 - y1]
  if (Math.max(x1, x2) < left || Math.min(x1, x2) > right) return 0
  const [fromX, toX] = sharesBetween(x1, dx, left, right)
  const [fromY, toY] = sharesBetween(y1, dy, top, bottom)
  const share = Math.min(1, toX, toY) - Math.max(0, fromX, fromY)
  return share > 0 ? share * Math.hypot(dx, dy) : 0
}

function sharesBetween(start: number, delta: number, low: number, high: number): readonly [number, number] {
  if (delta === 0) return start >= low && start <= high ? [0, 1] : [1, 0]
  const [a, b] = [(low - start) / delta, (high - start) / delta]
  return a < b ? [a, b] : [b, a]
}
