import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { probabilityText } from '../../src/ui/lab/probabilityText'

test.prop([fc.double({ min: 0, max: 1, noNaN: true })])(
  'a probability is written as 0.00 or 1.00 only where it is 0 or 1, and else to half a hundredth',
  (probability) => {
    const text = probabilityText(probability)
    expect(text === '0.00').toBe(probability === 0)
    expect(text === '1.00').toBe(probability === 1)
    if (text.startsWith('<')) expect(probability).toBeLessThan(0.005)
    else if (text.startsWith('>')) expect(probability).toBeGreaterThanOrEqual(0.995)
    else expect(Math.abs(Number(text) - probability)).toBeLessThanOrEqual(0.005 + 1e-12)
  },
)
