import type { Checkpoint, TensorData } from './checkpoint'
import { CheckpointError, expectRoom, sizeIn } from './checkpoint'
import { fromHalf, toHalf } from './half'

/** How numbers are stored. `F16` halves a file and keeps three digits. */
export type Stored = 'F32' | 'F16' | 'F64'

const BYTES: Readonly<Record<string, number>> = { F64: 8, F32: 4, F16: 2, BF16: 2 }
const LONGEST_HEADER = 4_000_000

/** A `.safetensors` file: the length of a JSON header in 8 bytes, the header, then all numbers, little-endian. */
export function writeSafetensors(
  tensors: ReadonlyMap<string, TensorData>,
  stored: Stored,
  metadata: Readonly<Record<string, string>> = {},
): Uint8Array<ArrayBuffer> {
  const header: Record<string, unknown> = { __metadata__: metadata }
  let end = 0
  for (const [name, { shape, values }] of tensors) {
    const start = end
    end += values.length * BYTES[stored]
    header[name] = { dtype: stored, shape, data_offsets: [start, end] }
  }
  const text = new TextEncoder().encode(JSON.stringify(header))
  // Padded with spaces, so that numbers start where typed arrays may.
  const headerLength = Math.ceil(text.length / 8) * 8
  const bytes = new Uint8Array(8 + headerLength + end)
  const view = new DataView(bytes.buffer)
  view.setBigUint64(0, BigInt(headerLength), true)
  bytes.fill(32, 8, 8 + headerLength)
  bytes.set(text, 8)
  let at = 8 + headerLength
  for (const { values } of tensors.values())
    for (let i = 0; i < values.length; i++, at += BYTES[stored]) put(view, at, stored, values[i])
  return bytes
}

function put(view: DataView, at: number, stored: Stored, value: number): void {
  if (stored === 'F32') view.setFloat32(at, value, true)
  else if (stored === 'F64') view.setFloat64(at, value, true)
  else view.setUint16(at, toHalf(value), true)
}

/**
 * The tensors and the metadata of a `.safetensors` file.
 *
 * @throws {CheckpointError} if it is none: truncated, with overlapping or wrong offsets, or types that hold no numbers
 */
export function readSafetensors(bytes: Uint8Array): Checkpoint {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { header, start } = readHeader(bytes, view)
  const tensors = new Map<string, TensorData>()
  let metadata: Record<string, string> = {}
  for (const [name, entry] of Object.entries(header)) {
    if (name === '__metadata__') metadata = strings(entry)
    else tensors.set(name, readTensor(name, entry, view, start))
  }
  return { tensors, metadata }
}

function readHeader(bytes: Uint8Array, view: DataView): { header: Record<string, unknown>; start: number } {
  if (bytes.length < 8)
    throw new CheckpointError('The file is no .safetensors file: it has less than 8 bytes.')
  const length = view.getBigUint64(0, true)
  if (length > LONGEST_HEADER)
    throw new CheckpointError(
      `The header says that it is ${length} bytes long; at most ${LONGEST_HEADER} are read.`,
    )
  const start = 8 + Number(length)
  if (start > bytes.length)
    throw new CheckpointError(
      `The file ends within its header: ${bytes.length} bytes, expected ${start} or more.`,
    )
  try {
    const header: unknown = JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(8, start)),
    )
    if (typeof header === 'object' && header !== null && !Array.isArray(header))
      return { header: header as Record<string, unknown>, start }
  } catch {
    // Named below, as is a header that is JSON and no object.
  }
  throw new CheckpointError('The header of the file is no JSON object.')
}

function strings(entry: unknown): Record<string, string> {
  if (typeof entry !== 'object' || entry === null) return {}
  return Object.fromEntries(
    Object.entries(entry).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  )
}

function readTensor(name: string, entry: unknown, view: DataView, start: number): TensorData {
  const { dtype, shape, data_offsets: offsets } = (entry ?? {}) as Record<string, unknown>
  if (typeof dtype !== 'string' || !Object.hasOwn(BYTES, dtype))
    throw new CheckpointError(`${name} is of type ${String(dtype)}; expected F16, BF16, F32 or F64.`)
  const size = sizeIn(name, shape)
  const [from, to] = Array.isArray(offsets) ? (offsets as unknown[]) : []
  const room = view.byteLength - start
  if (!Number.isSafeInteger(from) || (from as number) < 0 || to !== (from as number) + size * BYTES[dtype])
    throw new CheckpointError(`${name}: its offsets do not fit its shape.`)
  if (to > room) throw new CheckpointError(`${name}: the file ends before its numbers do.`)
  expectRoom(size)
  const values = new Float32Array(size)
  const at = start + (from as number)
  for (let i = 0; i < size; i++) values[i] = get(view, at + i * BYTES[dtype], dtype)
  return { shape: shape as number[], values }
}

function get(view: DataView, at: number, dtype: string): number {
  if (dtype === 'F32') return view.getFloat32(at, true)
  if (dtype === 'F64') return view.getFloat64(at, true)
  if (dtype === 'F16') return fromHalf(view.getUint16(at, true))
  return fromBrainFloat(view.getUint16(at, true))
}

/** The upper half of a float32. */
export function fromBrainFloat(bits: number): number {
  const view = new DataView(new ArrayBuffer(4))
  view.setUint32(0, bits << 16)
  return view.getFloat32(0)
}
