import { fc, test } from '@fast-check/vitest'
import { zipSync } from 'fflate'
import { describe, expect } from 'vitest'
import { CheckpointError, type TensorData } from '../../src/knowledge/checkpoint/checkpoint'
import { fitted } from '../../src/knowledge/checkpoint/fit'
import { fromHalf, toHalf } from '../../src/knowledge/checkpoint/half'
import { configOf, readCheckpoint } from '../../src/knowledge/checkpoint/read'
import { writeSafetensors } from '../../src/knowledge/checkpoint/safetensors'
import { drawn, tiny } from './models'
import { pickled, stateDict } from './pickles'

/** The tensors of a drawn model, in float32. */
function tensorsOf(config = tiny): Map<string, TensorData> {
  const { parameters } = drawn(config)
  return new Map(
    [...parameters].map(([name, { shape, value }]) => [name, { shape, values: Float32Array.from(value) }]),
  )
}

const message = (read: () => unknown) => {
  try {
    read()
  } catch (error) {
    expect(error).toBeInstanceOf(CheckpointError)
    return (error as Error).message
  }
  return 'nothing'
}

describe('half precision', () => {
  test('every half reads back as itself', () => {
    for (let bits = 0; bits < 65_536; bits++) {
      const value = fromHalf(bits)
      if (!Number.isNaN(value)) expect(toHalf(value)).toBe(bits)
    }
  })

  test.prop([fc.float({ min: -65_504, max: 65_504, noNaN: true })])('is the nearest', (value) => {
    const bits = toHalf(value)
    const error = Math.abs(fromHalf(bits) - value)
    for (const other of [bits - 1, bits + 1])
      if ((other & 0x7fff) < 0x7c00 && other >= 0)
        expect(error).toBeLessThanOrEqual(Math.abs(fromHalf(other) - value))
  })

  test('beyond its range is infinity, and NaN stays NaN', () => {
    expect([70_000, -70_000, 65_520].map(toHalf).map(fromHalf)).toEqual([Infinity, -Infinity, Infinity])
    expect(fromHalf(toHalf(Number.NaN))).toBeNaN()
  })
})

describe('.safetensors', () => {
  test('reads back bit for bit, with its metadata', () => {
    const tensors = tensorsOf()
    const { tensors: back, metadata } = readCheckpoint(writeSafetensors(tensors, 'F32', { seed: '7' }))
    expect(back).toEqual(tensors)
    expect(metadata).toEqual({ seed: '7' })
  })

  test('in half precision keeps three digits', () => {
    const tensors = tensorsOf()
    const { tensors: back } = readCheckpoint(writeSafetensors(tensors, 'F16'))
    for (const [name, { values }] of tensors)
      values.forEach((value, i) =>
        expect(Math.abs(back.get(name)!.values[i] - value)).toBeLessThanOrEqual(
          Math.abs(value) / 2048 + 1e-7,
        ),
      )
  })

  const file = (header: unknown, numbers = 0) => {
    const text = new TextEncoder().encode(typeof header === 'string' ? header : JSON.stringify(header))
    const bytes = new Uint8Array(8 + text.length + numbers)
    new DataView(bytes.buffer).setBigUint64(0, BigInt(text.length), true)
    bytes.set(text, 8)
    return bytes
  }

  test.each([
    ['nothing', new Uint8Array(0), 'The file is no .safetensors file: it has less than 8 bytes.'],
    ['text', new TextEncoder().encode('hello world, this is text'), 'The header says that it is'],
    ['no JSON', file('{"a": '), 'The header of the file is no JSON object.'],
    ['a list', file([]), 'The header of the file is no JSON object.'],
    ['whole numbers', file({ a: { dtype: 'I64', shape: [1], data_offsets: [0, 8] } }, 8), 'a is of type I64'],
    [
      'no shape',
      file({ a: { dtype: 'F32', shape: 'x', data_offsets: [0, 4] } }, 4),
      'a: its shape is no list',
    ],
    [
      'negative',
      file({ a: { dtype: 'F32', shape: [-1], data_offsets: [0, 4] } }, 4),
      'a: its shape is no list',
    ],
    [
      'wrong offsets',
      file({ a: { dtype: 'F32', shape: [2], data_offsets: [0, 4] } }, 4),
      'a: its offsets do not fit',
    ],
    [
      'cut off',
      file({ a: { dtype: 'F32', shape: [2], data_offsets: [0, 8] } }, 4),
      'a: the file ends before',
    ],
    [
      'too large, refused before it is allocated',
      file({ a: { dtype: 'F32', shape: [100_000, 100_000], data_offsets: [0, 40_000_000_000] } }, 4),
      'a: the file ends before its numbers do.',
    ],
    ['null', file({ a: null }), 'a is of type undefined'],
  ])('a file of %s is refused with a reason', (_, bytes, reason) => {
    expect(message(() => readCheckpoint(bytes))).toContain(reason)
  })

  test.prop([fc.uint8Array({ maxLength: 200 })])('no bytes break the reader', (bytes) => {
    const said = message(() => readCheckpoint(bytes))
    expect(said.length).toBeGreaterThan(0)
  })
})

describe('files of torch.save', () => {
  test('give the tensors of a state_dict, also strided, shared, half and of other storages', () => {
    const bytes = stateDict([
      { name: 'a', storage: 'Float', numbers: [1, 2, 3, 4, 5, 6], shape: [2, 3], strides: [3, 1] },
      { name: 'turned', storage: 'Float', numbers: [1, 2, 3, 4, 5, 6], shape: [3, 2], strides: [1, 3] },
      { name: 'part', storage: 'Double', numbers: [9, 8, 7], shape: [2], strides: [1], offset: 1 },
      { name: 'half', storage: 'Half', numbers: [0.5, -2], shape: [2], strides: [1] },
      { name: 'one', storage: 'Bool', numbers: [1], shape: [], strides: [] },
    ])
    const { tensors } = readCheckpoint(bytes)
    const plain = Object.fromEntries([...tensors].map(([name, { values }]) => [name, Array.from(values)]))
    expect(plain).toEqual({
      a: [1, 2, 3, 4, 5, 6],
      turned: [1, 4, 2, 5, 3, 6],
      part: [8, 7],
      half: [0.5, -2],
      one: [1],
    })
    expect(tensors.get('turned')!.shape).toEqual([3, 2])
  })

  test('a whole model comes back', () => {
    const tensors = tensorsOf({ ...tiny, attention: 'synthesizer' })
    const bytes = stateDict(
      [...tensors].map(([name, { shape, values }]) => ({
        name,
        storage: 'Float',
        numbers: Array.from(values),
        shape,
        strides: shape.map((__, axis) => shape.slice(axis + 1).reduce((a, b) => a * b, 1)),
      })),
    )
    const read = readCheckpoint(bytes).tensors
    const config = configOf(read)
    expect(config).toMatchObject({ ...tiny, attention: 'synthesizer', shared: true, headSize: 2 })
    expect(fitted(config, read)).toEqual(new Map([...tensors].map(([name, { values }]) => [name, values])))
  })

  const zipped = (pickle: Uint8Array, files: Record<string, Uint8Array> = {}) =>
    zipSync({ 'model/data.pkl': pickle, ...files }, { level: 0 })

  test.each([
    ['os system', 'The file asks for os.system. Only tensors'],
    ['builtins eval', 'The file asks for builtins.eval.'],
    ['builtins getattr', 'The file asks for builtins.getattr.'],
    ['torch load', 'The file asks for torch.load.'],
    ['collections OrderedDict.__init__', 'The file asks for collections.OrderedDict.__init__.'],
    ['__builtin__ __proto__', 'The file asks for __builtin__.__proto__.'],
  ])('a pickle that names %s is refused by name', (name, reason) => {
    const [module, what] = name.split(' ')
    const pickle = pickled(`c${module}\n${what}\n(X`, [4, 0, 0, 0], 'echo', 'tR.')
    expect(message(() => readCheckpoint(zipped(pickle)))).toContain(reason)
    const stacked = pickled(
      'X',
      [module.length, 0, 0, 0],
      module,
      'X',
      [what.length, 0, 0, 0],
      what,
      [0x93],
      '.',
    )
    expect(message(() => readCheckpoint(zipped(stacked)))).toContain(reason)
  })

  test.each([
    ['an instruction that builds objects', pickled('i'), 'the instruction 0x69'],
    ['an extension', pickled([0x82, 1]), 'the instruction 0x82'],
    ['nothing', pickled(''), 'The pickle ends in the middle.'],
    ['too little', pickled('tR.'), 'The pickle takes more than it holds.'],
    ['a number', pickled('K', [7], '.'), 'The file holds no dictionary of tensors.'],
    ['a number among tensors', pickled('}', 'X', [1, 0, 0, 0], 'a', 'K', [7], 's.'), 'a is no tensor.'],
    ['a memo that is not there', pickled('h', [9], '.'), 'refers to something that it does not hold'],
    ['a call of a number', pickled('K', [7], ')R.'), 'calls something that has no name'],
  ])('a pickle of %s is refused', (_, pickle, reason) => {
    expect(message(() => readCheckpoint(zipped(pickle)))).toContain(reason)
  })

  test.each([
    [{ shape: [3] }, 'a reaches beyond its storage.'],
    [{ offset: 2 }, 'a reaches beyond its storage.'],
    [{ strides: [-1] }, 'a: its shape is no list of whole numbers.'],
    [{ strides: [] }, 'a: it has a stride too few or too many.'],
    [{ shape: [100_000, 100_000] }, 'A tensor of 10000000000 numbers would not fit'],
    [{ storage: 'Complex' }, 'The file asks for torch.ComplexStorage.'],
  ])('a tensor that is not what it says is refused: %j', (change, reason) => {
    const tensor = { name: 'a', storage: 'Float', numbers: [1, 2], shape: [2], strides: [1] }
    expect(message(() => readCheckpoint(stateDict([{ ...tensor, ...change }])))).toContain(reason)
  })

  test('other archives, cut ones and bare pickles are named', () => {
    expect(message(() => readCheckpoint(zipSync({ 'x.txt': new Uint8Array(3) })))).toContain(
      'holds no data.pkl',
    )
    const whole = stateDict([{ name: 'a', storage: 'Float', numbers: [1, 2], shape: [2], strides: [1] }])
    expect(message(() => readCheckpoint(whole.subarray(0, whole.length - 30)))).toContain(
      'damaged, or cut off',
    )
    expect(message(() => readCheckpoint(Uint8Array.of(0x80, 2, 0x7d)))).toContain('a bare pickle')
  })

  test.prop([fc.uint8Array({ maxLength: 60 })])('no pickle breaks the reader', (bytes) => {
    expect(message(() => readCheckpoint(zipped(bytes))).length).toBeGreaterThan(0)
  })
})

describe('tensors that do not fit a model', () => {
  const changed = (change: (tensors: Map<string, TensorData>) => void) => {
    const tensors = tensorsOf({ ...tiny, layers: 3, attention: 'vanilla' })
    change(tensors)
    return message(() => fitted({ ...tiny, layers: 3 }, tensors))
  }

  test('are named with both shapes', () => {
    const wrong = { shape: [6, 3], values: new Float32Array(18) }
    expect(changed((tensors) => tensors.set('blocks.2.attn.key.weight', wrong))).toBe(
      'blocks.2.attn.key.weight is [6, 3], expected [6, 6]',
    )
  })

  test('are named where one is missing, strange, or holds NaN', () => {
    expect(changed((tensors) => tensors.delete('ln_f.bias'))).toBe('ln_f.bias is missing; expected [6].')
    const one = { shape: [1], values: new Float32Array(1) }
    expect(changed((tensors) => tensors.set('extra', one))).toBe('extra is no parameter of this model.')
    expect(changed((tensors) => tensors.get('head.weight')!.values.fill(Number.NaN, 5, 6))).toBe(
      'head.weight holds NaN at number 5.',
    )
    expect(changed((tensors) => tensors.set('blocks.0.attn.mask', one))).toBe('nothing')
  })

  test('have no shape of a model', () => {
    expect(message(() => configOf(new Map()))).toContain('tok_emb.weight is missing')
    expect(message(() => configOf(tensorsOf(), 4))).toContain('expected a multiple of heads, 4, got 6')
  })
})
