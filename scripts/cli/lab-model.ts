import { CheckpointError } from '../../src/knowledge/checkpoint/checkpoint'
import { fitted } from '../../src/knowledge/checkpoint/fit'
import { flattened, type Nested, nested } from '../../src/knowledge/checkpoint/nested'
import { fault, type ModelConfig } from '../../src/knowledge/model/config'
import { setValues } from '../../src/knowledge/model/parameters'
import { createTransformer, type Transformer } from '../../src/knowledge/model/transformer'
import { isRecord } from './json'
import { engineCalled, engineName, modelShape } from './lab-shapes'
import { RequestError, shown } from './request-error'
import { checked, list, optional, record, type Shape, whole, within } from './shapes'

interface Request {
  readonly config: ModelConfig
  readonly parameters: Readonly<Record<string, unknown>>
  readonly tokens: readonly (readonly number[])[]
  readonly targets?: readonly (readonly number[])[]
  readonly engine?: 'reference' | 'wasm'
}

const anyRecord: Shape<Readonly<Record<string, unknown>>> = {
  name: '{name: nested array}',
  read(foreign) {
    if (isRecord(foreign)) return foreign
    throw new RequestError(`expected an object {name: nested array}, got ${shown(foreign)}`)
  },
}

const rowsOf = (least: number) =>
  checked(
    list(list(whole(least))),
    'rows of one length, at least one token long',
    (rows) => rows.length > 0 && rows[0].length > 0 && rows.every((row) => row.length === rows[0].length),
  )

const request = record<Request>({
  config: modelShape,
  parameters: anyRecord,
  tokens: rowsOf(0),
  targets: optional(rowsOf(-1)),
  engine: optional(engineName),
})

/** What a forward pass leaves: logits, attention weights, and the loss where there are targets. */
export async function forwardResult(foreign: unknown): Promise<object> {
  const asked = within('forward', () => request.read(foreign))
  const { model, targets } = await ran('forward', asked)
  return { ...passOf(model, asked), ...(targets ? { loss: model.loss(targets) } : {}) }
}

/** The same with the gradients of the loss, by name; fixed parameters have none. */
export async function gradientResult(foreign: unknown): Promise<object> {
  const asked = within('gradient', () => request.read(foreign))
  const { model, targets } = await ran('gradient', asked)
  if (!targets) throw new RequestError('gradient: expected targets, got none')
  const loss = model.loss(targets)
  model.backward(targets)
  const learnt = [...model.parameters].filter(([, { isFixed }]) => !isFixed)
  const gradients = learnt.map(([name, { gradient, shape }]) => [name, nested(gradient, shape)])
  return { ...passOf(model, asked), loss, gradients: Object.fromEntries(gradients) }
}

async function ran(command: string, { config, parameters, tokens, targets, engine = 'reference' }: Request) {
  const wrong = fault(config)
  if (wrong) throw new RequestError(`${command}: config: ${wrong}`)
  const { length } = tokens[0]
  expectTargets(command, { config, tokens, targets })
  const tensors = Object.entries(parameters).map(
    ([name, value]) => [name, refused(command, () => flattened(name, value))] as const,
  )
  const values = refused(command, () => fitted(config, new Map(tensors)))
  const model = createTransformer(await engineCalled(engine), config, tokens.length, length)
  setValues(model.parameters, values)
  refused(command, () => model.forward(Int32Array.from(tokens.flat()), { rows: tokens.length, length }))
  return { model, targets: targets && Int32Array.from(targets.flat()) }
}

function expectTargets(
  command: string,
  {
    config,
    tokens,
    targets,
  }: Pick<Request, 'config' | 'tokens'> & { targets: Request['targets'] | undefined },
): void {
  if (!targets) return
  if (targets.length !== tokens.length || targets[0].length !== tokens[0].length)
    throw new RequestError(`${command}: targets: expected as many rows and columns as tokens have`)
  const stray = targets.flat().find((target) => target >= config.vocabulary)
  if (stray !== undefined)
    throw new RequestError(`${command}: targets: expected −1 to ${config.vocabulary - 1}, got ${stray}`)
}

function passOf(
  { config, logits, blocks }: Transformer,
  { tokens }: Request,
): { logits: Nested; attention: Nested } {
  const [rows, length] = [tokens.length, tokens[0].length]
  return {
    logits: nested(logits, [rows, length, config.vocabulary]),
    attention: blocks.map(({ attention }) => nested(attention.weights, [rows, config.heads, length, length])),
  }
}

function refused<T>(command: string, use: () => T): T {
  try {
    return use()
  } catch (error) {
    if (error instanceof CheckpointError || error instanceof RangeError)
      throw new RequestError(`${command}: ${error.message}`, { cause: error })
    throw error
  }
}
