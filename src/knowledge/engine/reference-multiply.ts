import type { Placed, Product } from './kernels'

/** See {@link Kernels.multiply}. Walks B along its rows, four of them at a time, so that C is read once for four. */
export function multiply(product: Product): void {
  const { left, right, out, batch } = product
  for (let a = 0; a < batch[0]; a++)
    for (let b = 0; b < batch[1]; b++)
      multiplyOne(product, startOf(left, a, b), startOf(right, a, b), startOf(out, a, b))
}

const startOf = ({ offset, steps }: Placed, a: number, b: number) => offset + a * steps[0] + b * steps[1]

function multiplyOne(product: Product, leftStart: number, rightStart: number, outStart: number): void {
  const { rows, columns, inner, left, right, out, factor, adds } = product
  const { floats: a, rowStep: aRow, columnStep: aColumn } = left
  const { floats: b, rowStep: bRow, columnStep: bColumn } = right
  const c = out.floats
  for (let i = 0; i < rows; i++) {
    const from = outStart + i * out.rowStep
    if (!adds) c.fill(0, from, from + columns)
    const start = leftStart + i * aRow
    let k = 0
    for (; k + 3 < inner; k += 4) {
      const a0 = factor * a[start + k * aColumn]
      const a1 = factor * a[start + (k + 1) * aColumn]
      const a2 = factor * a[start + (k + 2) * aColumn]
      const a3 = factor * a[start + (k + 3) * aColumn]
      const [r0, r1] = [rightStart + k * bRow, rightStart + (k + 1) * bRow]
      const [r2, r3] = [r1 + bRow, r1 + 2 * bRow]
      for (let j = 0; j < columns; j++) {
        const at = j * bColumn
        c[from + j] += a0 * b[r0 + at] + a1 * b[r1 + at] + a2 * b[r2 + at] + a3 * b[r3 + at]
      }
    }
    for (; k < inner; k++) {
      const entry = factor * a[start + k * aColumn]
      const row = rightStart + k * bRow
      for (let j = 0; j < columns; j++) c[from + j] += entry * b[row + j * bColumn]
    }
  }
}
