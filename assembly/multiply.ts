import { all, fused } from './vector'

/** Rows and columns of B that are packed at a time: as many as the second-level cache holds. */
const DEPTH: i32 = 256
const BREADTH: i32 = 512

/**
 * A batch of products `C = factor · A B`, of `rows × columns` over `inner`. `scratch` has room for the packed part of
 * B, DEPTH × BREADTH floats, and a tile of 32.
 */
export function multiply(
  rows: i32,
  columns: i32,
  inner: i32,
  factor: f32,
  adds: bool,
  a: usize,
  aRow: isize,
  aColumn: isize,
  a1: isize,
  a2: isize,
  b: usize,
  bRow: isize,
  bColumn: isize,
  b1: isize,
  b2: isize,
  c: usize,
  cRow: isize,
  c1: isize,
  c2: isize,
  batch1: i32,
  batch2: i32,
  scratch: usize,
): void {
  for (let i = 0; i < batch1; i++)
    for (let j = 0; j < batch2; j++)
      one(
        rows,
        columns,
        inner,
        factor,
        adds,
        a + i * a1 + j * a2,
        aRow,
        aColumn,
        b + i * b1 + j * b2,
        bRow,
        bColumn,
        c + i * c1 + j * c2,
        cRow,
        scratch,
      )
}

function one(
  rows: i32,
  columns: i32,
  inner: i32,
  factor: f32,
  adds: bool,
  a: usize,
  aRow: isize,
  aColumn: isize,
  b: usize,
  bRow: isize,
  bColumn: isize,
  c: usize,
  cRow: isize,
  scratch: usize,
): void {
  for (let k = 0; k < inner; k += DEPTH) {
    const depth = min(DEPTH, inner - k)
    for (let j = 0; j < columns; j += BREADTH) {
      const breadth = min(BREADTH, columns - j)
      pack(b + k * bRow + j * bColumn, bRow, bColumn, depth, breadth, scratch)
      tiles(rows, breadth, depth, factor, adds || k > 0, a + k * aColumn, aRow, aColumn, c + (j << 2), cRow, scratch)
    }
  }
}

/** Copies B in panels of eight columns, each row of a panel in 32 bytes, with zeros after the last column. */
function pack(b: usize, bRow: isize, bColumn: isize, depth: i32, breadth: i32, target: usize): void {
  let to = target
  for (let j = 0; j < breadth; j += 8) {
    const from = b + j * bColumn
    const width = min(8, breadth - j)
    if (width == 8 && bColumn == 4) {
      for (let k = 0; k < depth; k++, to += 32) {
        v128.store(to, v128.load(from + k * bRow))
        v128.store(to, v128.load(from + k * bRow, 16), 16)
      }
      continue
    }
    for (let k = 0; k < depth; k++, to += 32) {
      const row = from + k * bRow
      for (let l = 0; l < width; l++) store<f32>(to + (l << 2), load<f32>(row + l * bColumn))
      for (let l = width; l < 8; l++) store<f32>(to + (l << 2), 0)
    }
  }
}

function tiles(
  rows: i32,
  columns: i32,
  inner: i32,
  factor: f32,
  adds: bool,
  a: usize,
  aRow: isize,
  aColumn: isize,
  c: usize,
  cRow: isize,
  scratch: usize,
): void {
  const tile = scratch + ((DEPTH * BREADTH) << 2)
  let i = 0
  for (; i + 4 <= rows; i += 4) {
    for (let j = 0; j < columns; j += 8) {
      const panel = scratch + ((j * inner) << 2)
      const out = c + i * cRow + (j << 2)
      if (columns - j >= 8) four(inner, factor, adds, a + i * aRow, aRow, aColumn, panel, out, cRow)
      else {
        four(inner, factor, false, a + i * aRow, aRow, aColumn, panel, tile, 32)
        copy(4, columns - j, adds, tile, out, cRow)
      }
    }
  }
  for (; i < rows; i++) {
    for (let j = 0; j < columns; j += 8) {
      single(inner, factor, a + i * aRow, aColumn, scratch + ((j * inner) << 2), tile)
      copy(1, min(8, columns - j), adds, tile, c + i * cRow + (j << 2), cRow)
    }
  }
}

function copy(rows: i32, columns: i32, adds: bool, tile: usize, out: usize, cRow: isize): void {
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) {
      const to = out + i * cRow + (j << 2)
      const value = load<f32>(tile + (i << 5) + (j << 2))
      store<f32>(to, adds ? load<f32>(to) + value : value)
    }
}

/** Four rows by eight columns, whose sums stay in eight registers. */
function four(
  inner: i32,
  factor: f32,
  adds: bool,
  a: usize,
  aRow: isize,
  aColumn: isize,
  panel: usize,
  out: usize,
  cRow: isize,
): void {
  let a0 = a
  let a1 = a + aRow
  let a2 = a1 + aRow
  let a3 = a2 + aRow
  let c00 = all(0), c01 = all(0), c10 = all(0), c11 = all(0)
  let c20 = all(0), c21 = all(0), c30 = all(0), c31 = all(0)
  const end = panel + (inner << 5)
  for (let p = panel; p < end; p += 32) {
    const b0 = v128.load(p)
    const b1 = v128.load(p, 16)
    const x0 = v128.load32_splat(a0)
    c00 = fused(x0, b0, c00)
    c01 = fused(x0, b1, c01)
    const x1 = v128.load32_splat(a1)
    c10 = fused(x1, b0, c10)
    c11 = fused(x1, b1, c11)
    const x2 = v128.load32_splat(a2)
    c20 = fused(x2, b0, c20)
    c21 = fused(x2, b1, c21)
    const x3 = v128.load32_splat(a3)
    c30 = fused(x3, b0, c30)
    c31 = fused(x3, b1, c31)
    a0 += aColumn
    a1 += aColumn
    a2 += aColumn
    a3 += aColumn
  }
  put(out, factor, adds, c00, c01)
  put(out + cRow, factor, adds, c10, c11)
  put(out + 2 * cRow, factor, adds, c20, c21)
  put(out + 3 * cRow, factor, adds, c30, c31)
}

function single(inner: i32, factor: f32, a: usize, aColumn: isize, panel: usize, out: usize): void {
  let c0 = all(0), c1 = all(0)
  for (let k = 0; k < inner; k++) {
    const x = v128.load32_splat(a + k * aColumn)
    c0 = fused(x, v128.load(panel + (k << 5)), c0)
    c1 = fused(x, v128.load(panel + (k << 5), 16), c1)
  }
  put(out, factor, false, c0, c1)
}

@inline
function put(out: usize, factor: f32, adds: bool, left: v128, right: v128): void {
  let x = f32x4.mul(left, all(factor))
  let y = f32x4.mul(right, all(factor))
  if (adds) {
    x = f32x4.add(x, v128.load(out))
    y = f32x4.add(y, v128.load(out, 16))
  }
  v128.store(out, x)
  v128.store(out, y, 16)
}
