import * as tf from '@tensorflow/tfjs'
import '@tensorflow/tfjs-backend-wasm'

/** A training step of the lab's vanilla model in TensorFlow.js, with its WebAssembly backend. */
export async function trainer({ config, parameters, tokens, targets, batch, rates }) {
  await tf.setBackend('wasm')
  await tf.ready()
  const names = parameters.map(({ name }) => name)
  const variable = ({ name, shape, values }) => tf.variable(tf.tensor(values, shape), true, name)
  const variables = Object.fromEntries(parameters.map((each) => [each.name, variable(each)]))
  const moments = Object.fromEntries(
    names.map((name) => [name, [0, 1].map(() => tf.variable(tf.zerosLike(variables[name]), false))]),
  )
  const { vocabulary } = config
  const input = oneHot(tokens, vocabulary)
  const wanted = oneHot(targets, vocabulary)
  const count = targets.filter((target) => target >= 0).length
  const mask = causalMask(batch.length)
  const loss = () => tf.tidy(() => lossOf(variables, { config, batch, input, wanted, mask, count }))
  const decays = new Set(parameters.filter((each) => each.decays).map(({ name }) => name))
  let steps = 0
  return {
    name: `TensorFlow.js ${tf.version.tfjs}, wasm`,
    step() {
      const { value, grads } = tf.variableGrads(loss)
      tf.tidy(() => adamW({ variables, moments, grads, decays, rates, step: ++steps }))
      tf.dispose(grads)
      const [read] = value.dataSync()
      value.dispose()
      return read
    },
  }
}

/** Cast afterwards: the backend writes whole numbers into one-hot rows of type float32. */
const oneHot = (numbers, classes) => tf.cast(tf.oneHot(tf.tensor1d(numbers, 'int32'), classes), 'float32')

function causalMask(length) {
  const later = Array.from({ length: length * length }, (_, i) =>
    i % length > Math.floor(i / length) ? -1e9 : 0,
  )
  return tf.tensor(later, [1, 1, length, length])
}

function lossOf(p, { config, batch, input, wanted, mask, count }) {
  const { width, layers } = config
  const { rows, length } = batch
  const places = tf.slice(p.pos_emb, [0, 0, 0], [1, length, width])
  const embedded = tf.reshape(tf.matMul(input, p['tok_emb.weight']), [rows, length, width])
  let x = tf.reshape(tf.add(embedded, places), [rows * length, width])
  for (let layer = 0; layer < layers; layer++) x = block(p, `blocks.${layer}`, x, { config, batch, mask })
  const logits = tf.matMul(layerNorm(p, 'ln_f', x), p['head.weight'], false, true)
  return tf.neg(tf.div(tf.sum(tf.mul(wanted, tf.logSoftmax(logits))), count))
}

function block(p, name, x, sizes) {
  const attended = tf.add(x, attention(p, `${name}.attn`, layerNorm(p, `${name}.ln1`, x), sizes))
  const inner = linear(p, `${name}.mlp.0`, layerNorm(p, `${name}.ln2`, attended))
  const gelu = tf.mul(tf.mul(inner, 0.5), tf.add(tf.erf(tf.mul(inner, Math.SQRT1_2)), 1))
  return tf.add(attended, linear(p, `${name}.mlp.2`, gelu))
}

function attention(p, name, x, { config: { width, heads }, batch: { rows, length }, mask }) {
  const size = width / heads
  const part = (which) =>
    tf.transpose(tf.reshape(linear(p, `${name}.${which}`, x), [rows, length, heads, size]), [0, 2, 1, 3])
  const scores = tf.mul(tf.matMul(part('query'), part('key'), false, true), 1 / Math.sqrt(size))
  const mixed = tf.matMul(tf.softmax(tf.add(scores, mask)), part('value'))
  return linear(p, `${name}.proj`, tf.reshape(tf.transpose(mixed, [0, 2, 1, 3]), [rows * length, width]))
}

const linear = (p, name, x) => tf.add(tf.matMul(x, p[`${name}.weight`], false, true), p[`${name}.bias`])

function layerNorm(p, name, x) {
  const centred = tf.sub(x, tf.mean(x, -1, true))
  const scale = tf.rsqrt(tf.add(tf.mean(tf.square(centred), -1, true), 1e-5))
  return tf.add(tf.mul(tf.mul(centred, scale), p[`${name}.weight`]), p[`${name}.bias`])
}

function adamW({ variables, moments, grads, decays, rates, step }) {
  const { rate, beta1, beta2, epsilon, decay } = rates
  const squares = tf.addN(Object.values(grads).map((grad) => tf.sum(tf.square(grad))))
  const clip = tf.minimum(1, tf.rsqrt(squares))
  for (const [name, grad] of Object.entries(grads)) {
    const [first, second] = moments[name]
    const clipped = tf.mul(grad, clip)
    first.assign(tf.add(tf.mul(first, beta1), tf.mul(clipped, 1 - beta1)))
    second.assign(tf.add(tf.mul(second, beta2), tf.mul(tf.square(clipped), 1 - beta2)))
    const size = tf.add(tf.sqrt(tf.div(second, 1 - beta2 ** step)), epsilon)
    const move = tf.div(tf.div(first, 1 - beta1 ** step), size)
    const kept = decays.has(name) ? tf.mul(variables[name], 1 - rate * decay) : variables[name]
    variables[name].assign(tf.sub(kept, tf.mul(move, rate)))
  }
}
