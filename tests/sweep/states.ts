import { type Construction, paramsWith } from '../../src/constructions/construction'
import {
  drawParams,
  initialParams,
  type ParamSpec,
  type ParamSpecs,
  type ParamValue,
} from '../../src/constructions/params'
import { createRandom, type Random } from '../../src/core/random/random'
import type { Params } from '../../src/state/session'

/** How many states of a room are swept, after the listed ones. */
const STATES = 500

/**
 * States of a room: half of them drawn from all of the declared ranges, half a preset with a few params drawn, since most
 * premises are conditions that no independent draw of all params meets.
 */
export function statesOf<S extends ParamSpecs>(construction: Construction<S>, seed: number): Params[] {
  const random = createRandom(seed)
  const room = construction as unknown as Construction
  return Array.from({ length: STATES }, (_, i) =>
    i % 2 === 0 ? paramsWith(room, drawParams(room.params, random), {}) : nearPreset(room, random),
  )
}

function nearPreset(construction: Construction, random: Random): Params {
  const { params: specs, presets } = construction
  const preset = presets[random.integer(0, presets.length - 1)]
  const base = paramsWith(construction, initialParams(specs), preset.params)
  const drawn = drawParams(specs, random)
  const names = Object.keys(specs).filter(() => random.uniform() < 0.3)
  const changes = names.map((name): [string, ParamValue] => [name, valueOf(specs[name], drawn[name], random)])
  return paramsWith(construction, base, Object.fromEntries(changes))
}

/** One end of the range now and then: 0 and the like are values at which something happens. */
function valueOf(spec: ParamSpec, drawn: ParamValue, random: Random): ParamValue {
  if (spec.kind !== 'number' || random.uniform() < 0.7) return drawn
  return random.uniform() < 0.5 ? spec.min : spec.max
}
