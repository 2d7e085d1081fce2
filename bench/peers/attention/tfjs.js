import * as tf from '@tensorflow/tfjs'
import '@tensorflow/tfjs-backend-wasm'

/** Attention of one query in TensorFlow.js, with its WebAssembly backend. */
export async function attention({ keys, values }) {
  await tf.setBackend('wasm')
  await tf.ready()
  const [K, V] = [tf.tensor2d(keys), tf.tensor2d(values)]
  return {
    name: `TensorFlow.js ${tf.version.tfjs}, wasm, float32`,
    of: (query) =>
      tf.tidy(() => {
        const scores = tf.matMul(tf.tensor2d([query]), K, false, true)
        return [...tf.matMul(tf.softmax(scores), V).dataSync()]
      }),
  }
}
