import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { freeTerm, letterParts } from '../../src/checker/language/free-letters'
import { texProblem } from '../contract/typeset'

const GREEK =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega ell'.split(
    ' ',
  )

/** Combining characters, with the commands that TeX has for them. */
const ACCENTS = [
  ['', ''],
  ['\u0302', 'hat'],
  ['\u0303', 'tilde'],
  ['\u0304', 'bar'],
  ['\u0307', 'dot'],
  ['\u0308', 'ddot'],
] as const

const letters = fc.constantFrom(...GREEK, ...'a z A Z Q k n'.split(' '))
const accents = fc.constantFrom(...ACCENTS)
const indices = fc.constantFrom('', '1', '0', '12', 'a', 'Z', 'max', 'a1')

describe('a letter', () => {
  property.prop([letters, accents, indices])(
    'is its sign, its accent and its index, with the accent before the index or behind it',
    (letter, [accent, command], index) => {
      const behind = index === '' ? '' : `_${index}`
      const parts = { letter, index, accent: command }
      expect(letterParts(`${letter}${accent}${behind}`)).toEqual(parts)
      expect(letterParts(`${letter}${behind}${accent}`)).toEqual(parts)
    },
  )

  property.prop([letters, fc.constantFrom('0', '7', '12')])(
    'may have digits for an index',
    (letter, digits) => {
      expect(letterParts(letter + digits)).toEqual({ letter, index: digits, accent: '' })
      expect(freeTerm(letter + digits)).toEqual(freeTerm(`${letter}_${digits}`))
    },
  )

  test.each([
    '',
    '1',
    '_1',
    'ab',
    'lamda',
    'xlambda',
    'lambdax',
    'Q_',
    'Q_a_b',
    'Q0_1',
    'Q-',
    'β',
    'Q_\u0302a',
  ])('%j is none', (name) => {
    expect(letterParts(name)).toBeUndefined()
    expect(freeTerm(name)).toBeUndefined()
  })
})

describe('a number of a person’s own', () => {
  test.each([
    ['C', 'C', 'C'],
    ['lambda', 'lambda', '\\lambda'],
    ['ell', 'ell', '\\ell'],
    ['C1', 'C_1', 'C_{1}'],
    ['C_12', 'C_12', 'C_{12}'],
    ['t_a', 't_a', 't_{a}'],
    ['t_max', 't_max', 't_{\\text{max}}'],
    ['t_1a', 't_1a', 't_{\\text{1a}}'],
    ['t_a1', 't_a1', 't_{\\text{a1}}'],
    ['t\u0302', 't_hat', '\\hat{t}'],
    ['t_1\u0304', 't_bar_1', '\\bar{t}_{1}'],
    ['alpha\u0303_0', 'alpha_tilde_0', '\\tilde{\\alpha}_{0}'],
  ])('%s is called %s and written %s', (written, name, tex) => {
    expect(freeTerm(written)).toEqual({
      name,
      tex,
      meaning: 'a number of your choice',
      role: 'query',
      shape: 'scalar',
      isFree: true,
    })
  })

  property.prop([letters, accents, indices])('has TeX that KaTeX accepts', (letter, [accent], index) => {
    const term = freeTerm(`${letter}${accent}${index === '' ? '' : `_${index}`}`)
    expect(texProblem(term?.tex ?? '\\none')).toBeUndefined()
  })
})
