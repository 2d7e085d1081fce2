import { defaultDevice, init, jit, lax, nn, numpy as np, tree, valueAndGrad } from '@jax-js/jax'

/** A training step of the lab's vanilla model in jax-js, with its WebAssembly device, compiled by `jit`. */
export async function trainer({ config, parameters, tokens, targets, batch, rates }) {
  await init('wasm')
  defaultDevice('wasm')
  const array = ({ shape, values }) => np.array(Float32Array.from(values)).reshape(shape)
  let values = Object.fromEntries(parameters.map((each) => [each.name, array(each)]))
  const zeros = () => tree.map((each) => np.zerosLike(each), tree.ref(values))
  let moments = [zeros(), zeros()]
  const count = targets.filter((target) => target >= 0).length
  const constants = {
    input: oneHot(tokens, config.vocabulary),
    wanted: oneHot(targets, config.vocabulary),
    mask: causalMask(batch.length),
  }
  const decays = new Set(parameters.filter((each) => each.decays).map(({ name }) => name))
  const step = jit((p, first, second, given, corrections) => {
    const [loss, grads] = valueAndGrad((own) => lossOf(own, { config, batch, count, ...given }))(tree.ref(p))
    return [loss, ...adamW({ p, first, second, grads, corrections, decays, rates })]
  })
  let steps = 0
  return {
    name: 'jax-js 0.1.25, wasm, jit',
    step() {
      steps++
      const corrections = np.array([1 - rates.beta1 ** steps, 1 - rates.beta2 ** steps])
      const [loss, ...next] = step(values, ...moments, tree.ref(constants), corrections)
      const [p, first, second] = next
      values = p
      moments = [first, second]
      return loss.dataSync()[0]
    },
  }
}

function oneHot(numbers, classes) {
  const flat = new Float32Array(numbers.length * classes)
  for (const [i, number] of numbers.entries()) if (number >= 0) flat[i * classes + number] = 1
  return np.array(flat).reshape([numbers.length, classes])
}

function causalMask(length) {
  const later = Float32Array.from({ length: length * length }, (_, i) =>
    i % length > Math.floor(i / length) ? -1e9 : 0,
  )
  return np.array(later).reshape([1, 1, length, length])
}

// Every use of an array takes it over; `ref` keeps it for another one.
function lossOf(p, { config, batch, count, input, wanted, mask }) {
  const { width, layers } = config
  const { rows, length } = batch
  const places = p.pos_emb.slice([], [0, length], [])
  const embedded = np.matmul(input, p['tok_emb.weight']).reshape([rows, length, width])
  let x = embedded.add(places).reshape([rows * length, width])
  for (let layer = 0; layer < layers; layer++)
    x = block(p, `blocks.${layer}`, x, { config, batch, mask: mask.ref })
  mask.dispose()
  const logits = np.matmul(layerNorm(p, 'ln_f', x), np.transpose(p['head.weight']))
  return wanted
    .mul(nn.logSoftmax(logits))
    .sum()
    .mul(-1 / count)
}

function block(p, name, x, sizes) {
  const attended = x.ref.add(attention(p, `${name}.attn`, layerNorm(p, `${name}.ln1`, x), sizes))
  const inner = linear(p, `${name}.mlp.0`, layerNorm(p, `${name}.ln2`, attended.ref))
  const gelu = inner.ref.mul(0.5).mul(lax.erf(inner.mul(Math.SQRT1_2)).add(1))
  return attended.add(linear(p, `${name}.mlp.2`, gelu))
}

function attention(p, name, x, { config: { width, heads }, batch: { rows, length }, mask }) {
  const size = width / heads
  const part = (which, axes) =>
    np.transpose(linear(p, `${name}.${which}`, x.ref).reshape([rows, length, heads, size]), axes)
  const scores = np.matmul(part('query', [0, 2, 1, 3]), part('key', [0, 2, 3, 1])).mul(1 / Math.sqrt(size))
  const mixed = np.matmul(nn.softmax(scores.add(mask), -1), part('value', [0, 2, 1, 3]))
  x.dispose()
  return linear(p, `${name}.proj`, np.transpose(mixed, [0, 2, 1, 3]).reshape([rows * length, width]))
}

const linear = (p, name, x) => np.matmul(x, np.transpose(p[`${name}.weight`])).add(p[`${name}.bias`])

function layerNorm(p, name, x) {
  const centred = x.ref.sub(x.mean(-1, { keepdims: true }))
  const variance = np.square(centred.ref).mean(-1, { keepdims: true })
  const normed = centred.div(np.sqrt(variance.add(1e-5)))
  return normed.mul(p[`${name}.weight`]).add(p[`${name}.bias`])
}

function adamW({ p, first, second, grads, corrections, decays, rates }) {
  const { rate, beta1, beta2, epsilon, decay } = rates
  const squares = Object.values(grads).map((grad) => np.square(grad.ref).sum())
  const length = np.sqrt(squares.reduce((sum, each) => sum.add(each)))
  const clip = np.minimum(np.reciprocal(length), 1)
  const [correction1, correction2] = [0, 1].map((i) => corrections.ref.slice(i))
  corrections.dispose()
  const next = [{}, {}, {}]
  for (const name of Object.keys(p)) {
    const clipped = grads[name].mul(clip.ref)
    const [m, v] = [
      first[name].mul(beta1).add(clipped.ref.mul(1 - beta1)),
      second[name].mul(beta2).add(np.square(clipped).mul(1 - beta2)),
    ]
    const size = np.sqrt(v.ref.div(correction2.ref)).add(epsilon)
    const move = m.ref.div(correction1.ref).div(size)
    next[0][name] = p[name].mul(decays.has(name) ? 1 - rate * decay : 1).sub(move.mul(rate))
    next[1][name] = m
    next[2][name] = v
  }
  for (const each of [clip, correction1, correction2]) each.dispose()
  return next
}
