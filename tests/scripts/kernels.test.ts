import { expect, test } from 'vitest'
import { compiledKernels } from '../../scripts/kernels/compile'

test('the page and its workers, which ask at the same time, wait for one compilation', async () => {
  const [first, second] = [compiledKernels('plain'), compiledKernels('plain')]
  expect(second).toBe(first)
  expect(WebAssembly.validate(await first)).toBe(true)
})
