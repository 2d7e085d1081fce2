import { CheckpointError } from './checkpoint'

/** Reads a file from its start; ends with a message and never beyond the last byte. */
export class ByteReader {
  private at = 0
  private readonly source: Uint8Array
  private readonly view: DataView

  constructor(source: Uint8Array) {
    this.source = source
    this.view = new DataView(source.buffer, source.byteOffset, source.byteLength)
  }

  byte(): number {
    return this.view.getUint8(this.forward(1))
  }

  bytes(count: number): Uint8Array {
    const from = this.forward(count)
    return this.source.subarray(from, from + count)
  }

  /** A whole number of 2 or 4 bytes, the lowest first. */
  unsigned(count: 2 | 4): number {
    const from = this.forward(count)
    return count === 2 ? this.view.getUint16(from, true) : this.view.getUint32(from, true)
  }

  signed32(): number {
    return this.view.getInt32(this.forward(4), true)
  }

  /** A number of so many bytes in two's complement. */
  long(count: number): number {
    let value = 0n
    for (const [i, byte] of this.bytes(count).entries()) value |= BigInt(byte) << BigInt(8 * i)
    return Number(BigInt.asIntN(Math.max(1, 8 * count), value))
  }

  float64(): number {
    return this.view.getFloat64(this.forward(8))
  }

  text(length: number): string {
    return new TextDecoder().decode(this.bytes(length))
  }

  /** What stands before the next line feed. */
  line(): string {
    const end = this.source.indexOf(10, this.at)
    if (end < 0) throw new CheckpointError(ENDED)
    const text = this.text(end - this.at)
    this.at = end + 1
    return text
  }

  private forward(count: number): number {
    const from = this.at
    if (from + count > this.source.length) throw new CheckpointError(ENDED)
    this.at = from + count
    return from
  }
}

const ENDED = 'The pickle ends in the middle.'
