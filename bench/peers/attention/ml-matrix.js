import { Matrix } from 'ml-matrix'

/** Attention of one query in ml-matrix. */
export function attention({ keys, values }) {
  const [K, V] = [new Matrix(keys), new Matrix(values)]
  return {
    name: 'ml-matrix, float64',
    of(query) {
      const scores = K.mmul(Matrix.columnVector(query))
      const raised = Matrix.exp(scores.subS(scores.max()))
      return raised.transpose().mmul(V).divS(raised.sum()).to1DArray()
    },
  }
}
