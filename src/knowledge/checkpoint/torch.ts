import { unzipSync } from 'fflate'
import { type Checkpoint, CheckpointError, expectRoom, LARGEST, sizeIn, type TensorData } from './checkpoint'
import { fromHalf } from './half'
import { Call, Global, Outside, readPickle } from './pickle'
import { fromBrainFloat } from './safetensors'

/** How numbers of a storage are read, and how many bytes each takes. */
const STORAGES: Readonly<Record<string, { bytes: number; read(view: DataView, at: number): number }>> = {
  'torch.DoubleStorage': { bytes: 8, read: (view, at) => view.getFloat64(at, true) },
  'torch.FloatStorage': { bytes: 4, read: (view, at) => view.getFloat32(at, true) },
  'torch.HalfStorage': { bytes: 2, read: (view, at) => fromHalf(view.getUint16(at, true)) },
  'torch.BFloat16Storage': { bytes: 2, read: (view, at) => fromBrainFloat(view.getUint16(at, true)) },
  'torch.LongStorage': { bytes: 8, read: (view, at) => Number(view.getBigInt64(at, true)) },
  'torch.IntStorage': { bytes: 4, read: (view, at) => view.getInt32(at, true) },
  'torch.ShortStorage': { bytes: 2, read: (view, at) => view.getInt16(at, true) },
  'torch.CharStorage': { bytes: 1, read: (view, at) => view.getInt8(at) },
  'torch.ByteStorage': { bytes: 1, read: (view, at) => view.getUint8(at) },
  'torch.BoolStorage': { bytes: 1, read: (view, at) => view.getUint8(at) },
}

/** The most bytes that the files within an archive may unfold to. */
const LARGEST_ARCHIVE = LARGEST * 8

/**
 * The tensors of a `state_dict` in the zip format that `torch.save` writes since PyTorch 1.6.
 *
 * @throws {CheckpointError} if it is anything else: no zip, truncated, too large, or with a pickle that asks for more
 *   than tensors
 */
export function readTorch(bytes: Uint8Array): Checkpoint {
  const files = unzipped(bytes)
  const pickle = [...files.keys()].find((name) => name === 'data.pkl' || name.endsWith('/data.pkl'))
  if (pickle === undefined)
    throw new CheckpointError('The archive holds no data.pkl: it is no file of torch.save.')
  const folder = pickle.slice(0, -'data.pkl'.length)
  const order = files.get(`${folder}byteorder`)
  if (order && new TextDecoder().decode(order).trim() === 'big')
    throw new CheckpointError('The file was written with the highest byte first; save it on another machine.')
  const state = readPickle(files.get(pickle)!)
  if (!(state instanceof Map)) throw new CheckpointError('The file holds no dictionary of tensors.')
  const tensors = new Map<string, TensorData>()
  for (const [name, value] of state as Map<unknown, unknown>) {
    if (typeof name !== 'string') throw new CheckpointError('The dictionary has a key that is no text.')
    tensors.set(
      name,
      tensorOf(name, value, (key) => files.get(`${folder}data/${key}`)),
    )
  }
  return { tensors, metadata: {} }
}

function unzipped(bytes: Uint8Array): Map<string, Uint8Array> {
  let size = 0
  try {
    const files = unzipSync(bytes, {
      filter({ originalSize }) {
        size += originalSize
        if (size > LARGEST_ARCHIVE)
          throw new CheckpointError(
            `The archive unfolds to ${size} bytes; at most ${LARGEST_ARCHIVE} are read.`,
          )
        return true
      },
    })
    return new Map(Object.entries(files))
  } catch (error) {
    if (error instanceof CheckpointError) throw error
    throw new CheckpointError('The archive is damaged, or cut off.', { cause: error })
  }
}

type Find = (key: string) => Uint8Array | undefined

function tensorOf(name: string, value: unknown, find: Find): TensorData {
  if (value instanceof Call && value.name === 'torch._utils._rebuild_parameter')
    return tensorOf(name, value.args[0], find)
  if (!(value instanceof Call) || value.name !== 'torch._utils._rebuild_tensor_v2')
    throw new CheckpointError(`${name} is no tensor.`)
  const [storage, offset, shape, strides] = value.args
  const size = sizeIn(name, shape)
  sizeIn(name, strides)
  expectRoom(size)
  const { view, kind } = storageOf(name, storage, find)
  const last = lastOf(shape as number[], strides as number[])
  const from = offset as number
  if ((strides as number[]).length !== (shape as number[]).length)
    throw new CheckpointError(`${name}: it has a stride too few or too many.`)
  if (
    !Number.isSafeInteger(from) ||
    from < 0 ||
    (size > 0 && (from + last + 1) * kind.bytes > view.byteLength)
  )
    throw new CheckpointError(`${name} reaches beyond its storage.`)
  const values = new Float32Array(size)
  fill(values, shape as number[], strides as number[], from, (at) => kind.read(view, at * kind.bytes))
  return { shape: shape as number[], values }
}

function storageOf(name: string, storage: unknown, find: Find) {
  const id = storage instanceof Outside && Array.isArray(storage.id) ? (storage.id as unknown[]) : []
  const [word, type, key] = id
  const kind = type instanceof Global && Object.hasOwn(STORAGES, type.name) ? STORAGES[type.name] : undefined
  if (word !== 'storage' || !kind || typeof key !== 'string')
    throw new CheckpointError(`${name}: its numbers are in no storage that is read.`)
  const file = find(key)
  if (!file) throw new CheckpointError(`${name}: the archive lacks its numbers, data/${key}.`)
  return { view: new DataView(file.buffer, file.byteOffset, file.byteLength), kind }
}

/** Where the last entry lies, counted from the first. */
const lastOf = (shape: readonly number[], strides: readonly number[]) =>
  shape.reduce((sum, length, axis) => sum + (length - 1) * (strides[axis] ?? Number.NaN), 0)

/** Copies a strided tensor row by row. */
function fill(
  values: Float32Array,
  shape: readonly number[],
  strides: readonly number[],
  from: number,
  read: (at: number) => number,
): void {
  let next = 0
  const walk = (axis: number, at: number) => {
    if (axis === shape.length) values[next++] = read(at)
    else for (let i = 0; i < shape[axis]; i++) walk(axis + 1, at + i * strides[axis])
  }
  walk(0, from)
}
