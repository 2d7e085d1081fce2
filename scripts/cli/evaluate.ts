import { constructions } from '../../src/constructions'
import { type Construction, paramsWith } from '../../src/constructions/construction'
import { decodeValue } from '../../src/constructions/decode'
import { initialParams, type ParamSpecs, type ParamValues, sameValue } from '../../src/constructions/params'
import { rangeOf } from './describe'
import { type CoreFunction, functions } from './functions'
import { isRecord } from './json'
import { entryOf } from './names'
import { counted, RequestError, shown } from './request-error'
import { within } from './shapes'
import { withheld } from './withheld'

type Params = ParamValues<ParamSpecs>

const byId: Readonly<Record<string, Construction>> = Object.fromEntries(constructions.map((c) => [c.id, c]))

/**
 * What the core function `name` returns for `args`.
 *
 * @throws {RequestError} if there is no such function or the arguments are not of its shapes
 * @throws {RangeError} if the function refuses them
 */
export function coreResult(name: unknown, args: unknown): unknown {
  if (typeof name === 'string' && Object.hasOwn(withheld, name))
    throw new RequestError(`${name} ${withheld[name]}`)
  const entry = entryOf(functions, name, 'core function')
  return entry.call(within(String(name), () => readArguments(entry, args)))
}

/**
 * Every intermediate quantity of the construction `id` under `params`; those left out have their initial values.
 *
 * @throws {RequestError} if there is no such construction, or it cannot take a param as given
 */
export function modelResult(id: unknown, params: unknown): unknown {
  return withParams(id, params, (construction, read) => construction.model(read))
}

/**
 * What `use` makes of the construction `id` and `params`; those left out have their initial values.
 *
 * @throws {RequestError} as {@link modelResult} does
 */
export function withParams<Result>(
  id: unknown,
  params: unknown,
  use: (construction: Construction, params: Params) => Result,
): Result {
  const construction = entryOf(byId, id, 'construction')
  return within(construction.id, () => use(construction, readParams(construction, params)))
}

function readArguments({ parameters }: CoreFunction, args: unknown): unknown[] {
  if (!Array.isArray(args)) throw new RequestError(`expected an array of arguments, got ${shown(args)}`)
  const required = parameters.filter(({ shape }) => !shape.isOptional).length
  if (args.length < required || args.length > parameters.length) {
    const least = required < parameters.length ? `${required} to ` : ''
    const names = parameters.map(({ name }) => name).join(', ')
    throw new RequestError(
      `expected ${least}${counted(parameters.length, 'argument')} (${names}), got ${args.length}`,
    )
  }
  return args.map((arg, i) => within(parameters[i].name, () => parameters[i].shape.read(arg)))
}

function readParams(construction: Construction, foreign: unknown): Params {
  if (!isRecord(foreign)) throw new RequestError(`expected an object of params, got ${shown(foreign)}`)
  const given = Object.entries(foreign).map(([name, value]) => [
    name,
    readParam(construction.params, name, value),
  ])
  const wanted: Params = { ...initialParams(construction.params), ...Object.fromEntries(given) }
  const valid = paramsWith(construction, wanted, {})
  const moved = Object.keys(wanted).find((name) => !sameValue(wanted[name], valid[name]))
  if (moved === undefined) return wanted
  const initially = Object.hasOwn(foreign, moved) ? '' : ', its initial value,'
  const [asked, nearest] = [wanted[moved], valid[moved]].map((value) => JSON.stringify(value))
  throw new RequestError(`${moved}: ${asked}${initially} does not go with the other params; ${nearest} does`)
}

function readParam(specs: ParamSpecs, name: string, foreign: unknown) {
  const spec = entryOf(specs, name, 'param')
  const { outcome, value, message } = decodeValue(spec, foreign)
  if (outcome === 'accepted') return value
  // The message ends in what a link would use instead; a script is given nothing instead.
  const reason = message.slice(0, message.lastIndexOf(';'))
  throw new RequestError(`${name}: ${reason}; expected ${rangeOf(spec)}`)
}
