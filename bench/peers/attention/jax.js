import { defaultDevice, init, jit, nn, numpy as np } from '@jax-js/jax'

/** Attention of one query in jax-js, with its WebAssembly device, compiled by `jit`. */
export async function attention({ keys, values }) {
  await init('wasm')
  defaultDevice('wasm')
  const array = (rows) => np.array(Float32Array.from(rows.flat())).reshape([rows.length, rows[0].length])
  const [K, V] = [array(keys), array(values)]
  const one = jit((q, k, v) => np.matmul(nn.softmax(np.matmul(q, k.transpose())), v))
  return {
    name: 'jax-js 0.1.25, wasm, jit, float32',
    of: (query) => [...one(array([query]), K.ref, V.ref).dataSync()],
  }
}
