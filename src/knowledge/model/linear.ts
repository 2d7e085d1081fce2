import type { Floats, Kernels } from '../engine/kernels'
import { type Parameters, type Tensor, tensor } from './parameters'
import { matrix, transposed } from './placed'

/** A linear map `x Wᵀ + b` with W of shape [out, in], as PyTorch has it. */
export interface Linear {
  readonly weight: Tensor
  readonly bias: Tensor | undefined
}

/** The linear map whose parameters are called `name.weight` and, where there is one, `name.bias`. */
export function linearOf(parameters: Parameters, name: string): Linear {
  return { weight: tensor(parameters, `${name}.weight`), bias: parameters.get(`${name}.bias`) }
}

/** `out = input Wᵀ + b`, or added to what `out` holds, for `count` vectors. */
export function linearForward(
  kernels: Kernels,
  { weight, bias }: Linear,
  input: Floats,
  out: Floats,
  count: number,
  adds = false,
): void {
  const [columns, inner] = weight.shape
  if (bias) addRows(out, bias.value, count, adds)
  kernels.multiply({
    rows: count,
    columns,
    inner,
    batch: [1, 1],
    factor: 1,
    adds: adds || bias !== undefined,
    left: matrix(input, inner),
    right: transposed(matrix(weight.value, inner)),
    out: matrix(out, columns),
  })
}

/** Adds to the gradients of the map; writes that of the input, or adds to it. */
export function linearBackward(
  kernels: Kernels,
  { weight, bias }: Linear,
  input: Floats,
  gradOut: Floats,
  gradInput: Floats,
  count: number,
  adds: boolean,
): void {
  const [columns, inner] = weight.shape
  if (bias) sumRows(bias.gradient, gradOut, count)
  kernels.multiply({
    rows: columns,
    columns: inner,
    inner: count,
    batch: [1, 1],
    factor: 1,
    adds: true,
    left: transposed(matrix(gradOut, columns)),
    right: matrix(input, inner),
    out: matrix(weight.gradient, inner),
  })
  kernels.multiply({
    rows: count,
    columns: inner,
    inner: columns,
    batch: [1, 1],
    factor: 1,
    adds,
    left: matrix(gradOut, columns),
    right: matrix(weight.value, inner),
    out: matrix(gradInput, inner),
  })
}

function addRows(out: Floats, row: Floats, count: number, adds: boolean): void {
  if (!adds) for (let i = 0; i < count; i++) out.set(row, i * row.length)
  else for (let i = 0, at = 0; i < count; i++) for (let j = 0; j < row.length; j++, at++) out[at] += row[j]
}

/** Adds all `count` rows to `sum`. */
export function sumRows(sum: Floats, rows: Floats, count: number): void {
  const width = sum.length
  for (let i = 0, at = 0; i < count; i++) for (let j = 0; j < width; j++, at++) sum[j] += rows[at]
}
