import { zipSync } from 'fflate'
import { toHalf } from '../../src/knowledge/checkpoint/half'

/** A pickle of protocol 2 from texts and bytes. */
export function pickled(...parts: (string | readonly number[])[]): Uint8Array {
  const bytes = parts.flatMap((part) =>
    typeof part === 'string' ? Array.from(new TextEncoder().encode(part)) : part,
  )
  return Uint8Array.from([0x80, 2, ...bytes])
}

/** A tensor as PyTorch keeps it. */
export interface StoredTensor {
  readonly name: string
  readonly storage: string
  readonly numbers: readonly number[]
  readonly shape: readonly number[]
  readonly strides: readonly number[]
  readonly offset?: number
}

/** A file as torch.save writes it, instruction by instruction, with the metadata that a state_dict has. */
export function stateDict(tensors: readonly StoredTensor[]): Uint8Array {
  const entries = tensors.flatMap((tensor, i) => [...text(tensor.name), ...rebuilt(tensor, String(i))])
  const metadata = ['}', ...text('_metadata'), 'ccollections\nOrderedDict\n)R', 's', 'b']
  const pickle = pickled(
    'ccollections\nOrderedDict\n',
    'q',
    [0],
    ')',
    'R',
    'q',
    [1],
    '(',
    ...entries,
    'u',
    ...metadata,
    '.',
  )
  const data = tensors.map((tensor, i) => [`archive/data/${i}`, bytesOf(tensor)] as const)
  return zipSync(
    {
      'archive/data.pkl': pickle,
      'archive/byteorder': new TextEncoder().encode('little'),
      ...Object.fromEntries(data),
      'archive/version': new TextEncoder().encode('3\n'),
    },
    { level: 0 },
  )
}

function rebuilt({ storage, numbers, shape, strides, offset = 0 }: StoredTensor, key: string) {
  return [
    'ctorch._utils\n_rebuild_tensor_v2\n',
    '((',
    ...text('storage'),
    `ctorch\n${storage}Storage\n`,
    ...text(key),
    ...text('cpu'),
    ...whole(numbers.length),
    'tQ',
    ...whole(offset),
    ...tuple(shape),
    ...tuple(strides),
    [0x89],
    'ccollections\nOrderedDict\n)R',
    'tR',
  ]
}

const text = (value: string) => ['X', [value.length, 0, 0, 0], value] as (string | number[])[]

function whole(value: number): (string | number[])[] {
  return ['J', Array.from(new Uint8Array(Int32Array.of(value).buffer))]
}

const tuple = (values: readonly number[]) => ['(', ...values.flatMap(whole), 't']

function bytesOf({ storage, numbers }: StoredTensor): Uint8Array {
  if (storage === 'Double') return new Uint8Array(Float64Array.from(numbers).buffer)
  if (storage === 'Half') return new Uint8Array(Uint16Array.from(numbers, toHalf).buffer)
  if (storage === 'Bool') return Uint8Array.from(numbers)
  return new Uint8Array(Float32Array.from(numbers).buffer)
}
