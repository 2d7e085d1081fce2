import { ByteReader } from './byte-reader'
import { CheckpointError } from './checkpoint'

/** What a pickle may name. Everything else is refused by its name, and nothing is ever called. */
const ALLOWED: Readonly<Record<string, true>> = Object.fromEntries(
  [
    'collections.OrderedDict',
    'torch._utils._rebuild_tensor_v2',
    'torch._utils._rebuild_parameter',
    ...['Float', 'Double', 'Half', 'BFloat16', 'Long', 'Int', 'Short', 'Char', 'Byte', 'Bool'].map(
      (kind) => `torch.${kind}Storage`,
    ),
  ].map((name) => [name, true]),
)

/** A name of a Python module, as the pickle gives it. */
export class Global {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/** A call that the pickle asks for. It is kept as it is: whoever reads a tensor knows which calls make one. */
export class Call {
  readonly name: string
  readonly args: readonly unknown[]
  constructor(name: string, args: readonly unknown[]) {
    this.name = name
    this.args = args
  }
}

/** Something that lies outside of the pickle: a storage. */
export class Outside {
  readonly id: unknown
  constructor(id: unknown) {
    this.id = id
  }
}

const MARK = Symbol('mark')
/** Instructions of the largest file that is read: those of a model with 20 000 tensors. */
const MOST_STEPS = 2_000_000

/**
 * The value that a pickle of protocol 2 to 5 spells, made of numbers, strings, arrays, maps, {@link Global},
 * {@link Call} and {@link Outside}. A fixed list of instructions and names; nothing runs.
 *
 * @throws {CheckpointError} naming the first instruction or name that is not on the list
 */
export function readPickle(bytes: Uint8Array): unknown {
  const machine = new Machine(new ByteReader(bytes))
  for (let step = 0; step < MOST_STEPS; step++) {
    const done = machine.step()
    if (done) return done.value
  }
  throw new CheckpointError('The pickle has more instructions than any model needs.')
}

class Machine {
  private readonly stack: unknown[] = []
  private readonly memo = new Map<number, unknown>()
  private readonly reader: ByteReader

  constructor(reader: ByteReader) {
    this.reader = reader
  }

  /** Carries out one instruction; returns the value once there is one. */
  step(): { value: unknown } | undefined {
    const code = this.reader.byte()
    if (code === 0x2e) return { value: this.pop() }
    const run = INSTRUCTIONS[code]
    if (!run)
      throw new CheckpointError(
        `The pickle holds the instruction 0x${code.toString(16).padStart(2, '0')}, which no plain state_dict needs.`,
      )
    run(this, this.reader)
    return undefined
  }

  push(value: unknown): void {
    this.stack.push(value)
  }

  pop(): unknown {
    if (this.stack.length === 0) throw new CheckpointError('The pickle takes more than it holds.')
    return this.stack.pop()
  }

  /** What was pushed since the last mark. */
  popToMark(): unknown[] {
    const at = this.stack.lastIndexOf(MARK)
    if (at < 0) throw new CheckpointError('The pickle takes more than it holds.')
    return this.stack.splice(at).slice(1)
  }

  keep(index: number): void {
    this.memo.set(index, this.stack.at(-1))
  }

  keepNext(): void {
    this.keep(this.memo.size)
  }

  recall(index: number): void {
    if (!this.memo.has(index))
      throw new CheckpointError('The pickle refers to something that it does not hold.')
    this.push(this.memo.get(index))
  }

  global(name: string): void {
    if (!Object.hasOwn(ALLOWED, name))
      throw new CheckpointError(`The file asks for ${name}. Only tensors in an ordered dictionary are read.`)
    this.push(new Global(name))
  }

  reduce(): void {
    const args = this.pop()
    const callee = this.pop()
    if (!(callee instanceof Global) || !Array.isArray(args))
      throw new CheckpointError('The pickle calls something that has no name.')
    this.push(callee.name === 'collections.OrderedDict' ? new Map() : new Call(callee.name, args))
  }

  set(entries: readonly unknown[]): void {
    const target = this.stack.at(-1)
    if (!(target instanceof Map) || entries.length % 2 !== 0)
      throw new CheckpointError('The pickle fills something that is no dictionary.')
    for (let i = 0; i < entries.length; i += 2) target.set(entries[i], entries[i + 1])
  }

  append(values: readonly unknown[]): void {
    const target = this.stack.at(-1)
    if (!Array.isArray(target)) throw new CheckpointError('The pickle extends something that is no list.')
    target.push(...values)
  }
}

type Instruction = (machine: Machine, reader: ByteReader) => void

const tuple =
  (count: number): Instruction =>
  (machine) =>
    machine.push(Array.from({ length: count }, () => machine.pop()).toReversed())

/** The instructions of pickle, by code, that PyTorch writes for a state_dict. */
const INSTRUCTIONS: Readonly<Record<number, Instruction>> = {
  0x80: (_, reader) => void reader.byte(),
  0x95: (_, reader) => void reader.bytes(8),
  0x28: (machine) => machine.push(MARK),
  0x4e: (machine) => machine.push(null),
  0x88: (machine) => machine.push(true),
  0x89: (machine) => machine.push(false),
  0x4b: (machine, reader) => machine.push(reader.byte()),
  0x4d: (machine, reader) => machine.push(reader.unsigned(2)),
  0x4a: (machine, reader) => machine.push(reader.signed32()),
  0x8a: (machine, reader) => machine.push(reader.long(reader.byte())),
  0x47: (machine, reader) => machine.push(reader.float64()),
  0x58: (machine, reader) => machine.push(reader.text(reader.unsigned(4))),
  0x8c: (machine, reader) => machine.push(reader.text(reader.byte())),
  0x7d: (machine) => machine.push(new Map()),
  0x5d: (machine) => machine.push([]),
  0x29: (machine) => machine.push([]),
  0x74: (machine) => machine.push(machine.popToMark()),
  0x85: tuple(1),
  0x86: tuple(2),
  0x87: tuple(3),
  0x71: (machine, reader) => machine.keep(reader.byte()),
  0x72: (machine, reader) => machine.keep(reader.unsigned(4)),
  0x94: (machine) => machine.keepNext(),
  0x68: (machine, reader) => machine.recall(reader.byte()),
  0x6a: (machine, reader) => machine.recall(reader.unsigned(4)),
  0x63: (machine, reader) => machine.global(`${reader.line()}.${reader.line()}`),
  0x93: (machine) => {
    const name = machine.pop()
    machine.global(`${String(machine.pop())}.${String(name)}`)
  },
  0x52: (machine) => machine.reduce(),
  0x51: (machine) => machine.push(new Outside(machine.pop())),
  0x73: (machine) => {
    const value = machine.pop()
    machine.set([machine.pop(), value])
  },
  0x75: (machine) => machine.set(machine.popToMark()),
  0x61: (machine) => machine.append([machine.pop()]),
  0x65: (machine) => machine.append(machine.popToMark()),
  // State of an object, as the _metadata of a state_dict: nothing that a tensor needs.
  0x62: (machine) => void machine.pop(),
}
