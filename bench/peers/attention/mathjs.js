import { divide, exp, map, max, multiply, subtract, sum } from 'mathjs'

/** Attention of one query in mathjs, on plain arrays. */
export function attention({ keys, values }) {
  return {
    name: 'mathjs, arrays, float64',
    of(query) {
      const scores = multiply(keys, query)
      const raised = map(subtract(scores, max(scores)), exp)
      return multiply(divide(raised, sum(raised)), values)
    },
  }
}
