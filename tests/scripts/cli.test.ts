import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { answer } from '../../scripts/cli/batch'
import { outputOf } from '../../scripts/cli/commands'
import { coreResult, modelResult } from '../../scripts/cli/evaluate'
import { functions } from '../../scripts/cli/functions'
import { jsonLines, jsonText, readJson } from '../../scripts/cli/json'
import { mostSimilar } from '../../scripts/cli/names'
import { RequestError, reasonOf } from '../../scripts/cli/request-error'
import { withheld } from '../../scripts/cli/withheld'
import { constructions } from '../../src/constructions'
import { paramsWith } from '../../src/constructions/construction'
import { initialParams } from '../../src/constructions/params'

const core = import.meta.glob<Record<string, unknown>>('../../src/core/*/*.ts', { eager: true })

/** JSON in which numbers that it has none for are strings, as the command line reads and writes it. */
const numeral = fc.oneof(
  fc.integer({ min: -3, max: 12 }),
  fc.double(),
  fc.constantFrom(0, -0, 1, 0.5, 1e308, -1e308, 5e-324, Infinity, -Infinity, Number.NaN),
)
const vectors = fc.array(numeral, { maxLength: 5 })
const matrices = fc
  .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(numeral, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )

test('every function of the core can be called, or withheld.ts says why not', () => {
  const exported = Object.entries(core)
    .filter(([path]) => !path.endsWith('/expect.ts'))
    .flatMap(([, module]) => Object.entries(module))
    .flatMap(([name, value]) => (typeof value === 'function' ? name : []))
  const callable = Object.keys(functions)
  expect(exported.filter((name) => !callable.includes(name) && !(name in withheld))).toEqual([])
  expect(callable.filter((name) => !exported.includes(name) || name in withheld)).toEqual([])
})

describe('numbers', () => {
  const everyDouble = fc.oneof(fc.double(), fc.constantFrom(-0, 5e-324, Number.MAX_VALUE, 2 ** 53, 0.1))

  test.prop([everyDouble])('read back as the same number', (x) => {
    const back: unknown = JSON.parse(jsonText(x))
    expect(Object.is(typeof back === 'string' ? Number(back) : back, x)).toBe(true)
  })

  test.prop([everyDouble])('have 17 significant digits, or are whole', (x) => {
    fc.pre(Number.isFinite(x))
    const [mantissa] = jsonText(Math.abs(x)).split('e')
    const digits = mantissa.replace('.', '').replace(/^0+/, '').length
    expect(digits === 17 || Number.isSafeInteger(x)).toBe(true)
  })

  test.each([
    [[0.1, 3, -0, 1e300], '[0.10000000000000001, 3, -0.0, 1.0000000000000001e+300]'],
    [[Infinity, -Infinity, Number.NaN], '["Infinity", "-Infinity", "NaN"]'],
    [Float64Array.of(1, 0.5), '[1, 0.50000000000000000]'],
    [[12n, 2n ** 60n], '[12, "1152921504606846976"]'],
    [{ a: { b: [] }, 'ü"': null, gone: undefined, yes: true }, '{"a": {"b": []}, "ü\\"": null, "yes": true}'],
  ])('%o is %s', (value, text) => {
    expect(jsonText(value)).toBe(text)
  })

  test.prop([fc.jsonValue()])('and all else read back as they were', (value) => {
    expect(JSON.parse(jsonText(value))).toEqual(value)
    expect(JSON.parse(jsonLines({ value }))).toEqual({ value })
  })
})

describe('requests', () => {
  test.each(['1e999', '[[-1e400]]', '{"x": 1e309}'])(
    'with a number beyond float64 are refused: %s',
    (text) => {
      expect(() => readJson(text, 'params')).toThrow('params: a number is too large for float64')
    },
  )

  test('that are nested a million deep are refused', async () => {
    const deep = '['.repeat(1e6) + ']'.repeat(1e6)
    expect(() => readJson(deep, 'params')).toThrow('params: nested too deeply')
    expect(await answer(`{"model": "single-key", "params": {"scale": ${deep}}}`)).toBe(
      '{"error": "request: nested too deeply"}',
    )
  })

  test.prop([fc.oneof(fc.string(), fc.json())], { numRuns: 1000 })(
    'of any kind have an answer of one line',
    async (line) => {
      const text = await answer(line)
      expect(text).not.toContain('\n')
      expect(Object.keys(JSON.parse(text) as object)).toHaveLength(1)
    },
  )
})

/** Why the command line would not answer `args`. */
function reasonFor(args: readonly string[]): string {
  try {
    const printed = outputOf(args, (async function* () {})())
    return `printed ${typeof printed}`
  } catch (error) {
    return reasonOf(error)
  }
}

/** Whether `call` returns, or refuses in words that are meant for people. */
function expectWords(call: () => unknown): void {
  try {
    call()
  } catch (error) {
    expect([RangeError, RequestError], reasonOf(error)).toContain((error as Error).constructor)
    expect(reasonOf(error)).toMatch(/expected|there is no|takes|does not go with|needs/)
  }
}

describe.each(Object.entries(functions))('%s', (name, { parameters }) => {
  const argument = fc.oneof(numeral, vectors, matrices, fc.jsonValue({ maxDepth: 2 }))

  test.prop([fc.array(argument, { maxLength: 5 })])(
    'answers any arguments, or refuses them in words',
    (args) => {
      expectWords(() => jsonText(coreResult(name, args)))
    },
  )

  const shaped = parameters.map(({ shape }) => {
    if (shape.name.includes('matrix')) return matrices
    return shape.name.includes('vector') ? vectors : numeral
  })

  test.prop([fc.tuple(...shaped)])('answers arguments of its shapes, or refuses them in words', (args) => {
    expectWords(() => jsonText(coreResult(name, args)))
  })
})

test.each([[[Number.NaN]], [[1, 0]], [[1, Number.NaN]]])('%j is not in increasing order', (values) => {
  expect(() => coreResult('twoSampleDistance', [[1], values])).toThrow(
    /^twoSampleDistance: b: expected increasing/,
  )
  expect(() => coreResult('quantile', [values, 0.5])).toThrow(/^quantile: ordered: expected increasing/)
})

describe('what cannot be answered', () => {
  test.each([
    [['modle'], 'there is no command "modle"; did you mean model?'],
    [['__proto__'], 'there is no command "__proto__"'],
    [['constructor', '--help'], 'there is no command "constructor"'],
    [['list', 'all'], 'list takes --json or nothing, got "all"'],
    [['model'], /^got 0 arguments; usage: .* model <construction>/],
    [['model', 'single-key', '{}', '{}'], /^got 3 arguments/],
    [['model', 'toString'], 'there is no construction "toString"'],
    [['model', 'single-kye'], 'there is no construction "single-kye"; did you mean single-key?'],
    [['model', 'single-key', '{'], /^params: expected JSON; /],
    [['model', 'single-key', '[]'], 'single-key: expected an object of params, got an empty array'],
    [['model', 'single-key', '{"__proto__": 1}'], 'single-key: there is no param "__proto__"'],
    [['model', 'single-key', '{"scal": 1}'], 'single-key: there is no param "scal"; did you mean scale?'],
    [
      ['model', 'single-key', '{"scale": -1}'],
      'single-key: scale: -1 is below 0; expected a number from 0 to 1000',
    ],
    [
      ['model', 'single-key', '{"scale": "1"}'],
      'single-key: scale: "1" is not a number; expected a number from 0 to 1000',
    ],
    [
      ['model', 'single-key', '{"target": 1.5}'],
      'single-key: target: 1.5 is not a whole number; expected a whole number from 1 to 12',
    ],
    [['model', 'single-key', '{"scale": 1e999}'], /^params: a number is too large for float64/],
    [
      ['model', 'single-key', '{"keys": [[0, 0], [1, 0], [0, 3]]}'],
      /^single-key: keys: .* holds 3, .*; expected 3 to 12 rows of 2 numbers from -2 to 2$/,
    ],
    [
      ['model', 'single-key', '{"target": 12}'],
      'single-key: target: 12 does not go with the other params; 5 does',
    ],
    [
      ['model', 'gaussian-keys', '{"d": 2}'],
      'gaussian-keys: n: 10, its initial value, does not go with the other params; 2 does',
    ],
    [['core', 'softmax'], /^got 1 argument; usage: /],
    [['core', '__proto__', '[]'], 'there is no core function "__proto__"'],
    [['core', 'hasOwnProperty', '[1]'], 'there is no core function "hasOwnProperty"'],
    [['core', 'SoftMax', '[[1]]'], 'there is no core function "SoftMax"; did you mean softmax?'],
    [['core', 'integral', '[1]'], 'integral takes a function, which JSON cannot hold'],
    [['core', 'softmax', '[[1]'], /^arguments: expected JSON; /],
    [['core', 'softmax', '{"scores": [1]}'], 'softmax: expected an array of arguments, got an object'],
    [['core', 'softmax', '[]'], 'softmax: expected 1 argument (scores), got 0'],
    [['core', 'softmax', '[[1], [2]]'], 'softmax: expected 1 argument (scores), got 2'],
    [['core', 'softmax', '[[]]'], 'softmax: expected at least one finite score, got no scores'],
    [['core', 'softmax', '[["NaN"]]'], 'softmax: expected finite or −∞ scores, got NaN at index 0'],
    [['core', 'softmax', '["[1]"]'], 'softmax: scores: expected an array of numbers, got "[1]"'],
    [['core', 'softmax', '[[null]]'], 'softmax: scores: expected an array of numbers, got null at index 0'],
    [['core', 'normalCdf', '["1"]'], 'normalCdf: x: expected a number, got "1"'],
    [['core', 'normalCdf', '[true]'], 'normalCdf: x: expected a number, got true'],
    [['core', 'matMul', '[[[1, 2]], [[1]]]'], /^matMul: expected rows of length 1, got length 2/],
    [['core', 'identity', '[1000000000]'], 'identity: n: expected a number up to 1000, got 1000000000'],
    [
      ['core', 'selfAttention', '[[[1]], {"queryMatrix": [[1]], "keyMatrix": [[1]]}]'],
      'selfAttention: maps: valueMatrix: expected an array of rows of numbers, got undefined',
    ],
    [
      ['core', 'dotProductAttention', '[[1], [[1]], [[1]], {"__proto__": {"scale": 2}}]'],
      /^dotProductAttention: options: expected an object \{scale\?\}, got a field "__proto__"/,
    ],
  ])('%j: %s', (args, reason) => {
    expect(reasonFor(args)).toEqual(typeof reason === 'string' ? reason : expect.stringMatching(reason))
    expect(reasonFor(args)).not.toMatch(/[\n\r]/)
  })
})

describe('models', () => {
  test.each(constructions.map((construction) => [construction.id, construction]))(
    'of %s are printed in full',
    (id, construction) => {
      const { params: specs, presets } = construction
      for (const changes of [{}, ...presets.map((preset) => preset.params)]) {
        const model = construction.model(paramsWith(construction, initialParams(specs), changes))
        const fields = Object.entries(model as object).filter(([, value]) => value !== undefined)
        const printed = JSON.parse(jsonText(modelResult(id, changes))) as object
        expect(Object.keys(printed)).toEqual(fields.map(([name]) => name))
        expect(jsonText(model)).not.toMatch(/undefined|\{\}|\[object/)
      }
    },
  )

  const params = fc.dictionary(
    fc.constantFrom(...constructions.flatMap((c) => Object.keys(c.params)), '__proto__', 'constructor', 'x'),
    fc.oneof(numeral, matrices, fc.jsonValue({ maxDepth: 2 })),
    { maxKeys: 3 },
  )

  test.prop([fc.constantFrom(...constructions.map(({ id }) => id)), params])(
    'answer any params, or refuse them in words',
    (id, given) => expectWords(() => jsonText(modelResult(id, given))),
  )
})

test.each([
  ['softmx', 'softmax'],
  ['SOFTMAX', 'softmax'],
  ['logsumexp', 'logSumExp'],
  ['sofmtax', 'softmax'],
  ['eigenvalues', undefined],
  ['', undefined],
  ['x'.repeat(1e6), undefined],
])('the name most like %j is %s', (name, similar) => {
  expect(mostSimilar(name, ['softmax', 'logSumExp', 'dot', 'n'])).toBe(similar)
})
