import { type AttentionKind, fault, type ModelConfig } from '../model/config'
import { type Checkpoint, CheckpointError, type TensorData } from './checkpoint'
import { readSafetensors } from './safetensors'
import { readTorch } from './torch'

/** The largest file that is read. */
const LARGEST_FILE = 512 * 2 ** 20

/**
 * A file of weights: `.safetensors`, or what `torch.save` writes. Which of the two is seen from its first bytes.
 *
 * @throws {CheckpointError} with a sentence for the person who chose the file
 */
export function readCheckpoint(bytes: Uint8Array): Checkpoint {
  if (bytes.length > LARGEST_FILE)
    throw new CheckpointError(`The file has ${bytes.length} bytes; at most ${LARGEST_FILE} are read.`)
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readTorch(bytes)
  if (bytes[0] === 0x80 && bytes[1] >= 2 && bytes[1] <= 5)
    throw new CheckpointError(
      'The file is a bare pickle, as PyTorch wrote before 1.6. Save the state_dict again with a newer one.',
    )
  return readSafetensors(bytes)
}

/**
 * The shape of the model whose parameters these are, as far as their names and shapes tell it. How many heads a
 * vanilla model has they do not tell: `heads`, 8 in the assignment.
 *
 * @throws {CheckpointError} if they are no model of the assignment's kind
 */
export function configOf(tensors: ReadonlyMap<string, TensorData>, heads = 8): ModelConfig {
  const [vocabulary, width] = shapeOf(tensors, 'tok_emb.weight', 2)
  const layers = layersOf(tensors)
  const kinds = Array.from({ length: layers }, (_, layer) => kindOf(tensors, layer))
  const [mlp] = shapeOf(tensors, 'blocks.0.mlp.0.weight', 2)
  const table = tensors.get('blocks.0.attn.w2')?.shape
  const config: ModelConfig = {
    vocabulary,
    positions: shapeOf(tensors, 'pos_emb', 3)[1],
    width,
    layers,
    heads: table ? headsOf(tensors, table) : heads,
    mlp,
    attention: kinds.every((kind) => kind === kinds[0]) ? kinds[0] : kinds,
    ...(table ? { headSize: table.at(-2)!, shared: table.length === 2 } : {}),
  }
  const wrong = fault(config)
  if (wrong) throw new CheckpointError(`The file holds no model that can run here: ${wrong}.`)
  return config
}

function headsOf(tensors: ReadonlyMap<string, TensorData>, table: readonly number[]): number {
  if (table.length === 3) return table[0]
  const [inner] = shapeOf(tensors, 'blocks.0.attn.w1.weight', 2)
  return inner / table[0]
}

function shapeOf(tensors: ReadonlyMap<string, TensorData>, name: string, axes: number): readonly number[] {
  const shape = tensors.get(name)?.shape
  if (!shape)
    throw new CheckpointError(`${name} is missing: the file holds no model of the assignment’s kind.`)
  if (shape.length !== axes)
    throw new CheckpointError(`${name} is [${shape.join(', ')}], expected ${axes} numbers.`)
  return shape
}

function layersOf(tensors: ReadonlyMap<string, TensorData>): number {
  const numbers = [...tensors.keys()]
    .flatMap((name) => /^blocks\.(\d{1,4})\./.exec(name)?.[1] ?? [])
    .map(Number)
  return numbers.length === 0 ? 0 : Math.max(...numbers) + 1
}

function kindOf(tensors: ReadonlyMap<string, TensorData>, layer: number): AttentionKind {
  const has = (part: string) => tensors.has(`blocks.${layer}.attn.${part}`)
  if (has('query.weight')) return 'vanilla'
  if (has('w1.weight')) return 'synthesizer'
  return has('scores') ? 'random' : 'uniform'
}
