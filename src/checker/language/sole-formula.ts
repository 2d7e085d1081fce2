import type { Field } from '../../constructions/exercises/exercise'
import { expressionOf } from './formula'
import type { Meanings } from './lexemes'
import { print } from './print'
import { BEFORE_A_NAME } from './prose'
import { orRefused, refuse } from './refused'
import type { Formula, Statements } from './statements'
import type { Token } from './tokens'

/** The one formula of a text that is of the shape that is asked for; numbers and what follows words may stand beside it. */
export function soleFormula(
  { formulas }: Statements,
  tokens: readonly Token[],
  field: Field,
  meanings: Meanings,
): Formula {
  const own = formulas.filter(({ clause }) => clause.length > 1 || !isSpokenOf(clause[0], tokens))
  if (own.length === 1) return own[0]
  if (formulas.length === 1) return formulas[0]
  const read = formulas.map((formula) => {
    const reading = orRefused(() => expressionOf(formula.sides[0], meanings))
    return 'refused' in reading
      ? { formula, shape: undefined, said: '' }
      : { formula, shape: reading.shape.kind, said: print(reading) }
  })
  const fitting = read.filter(({ shape }) => shape === field.shape)
  const isHarmless = ({ formula, shape }: (typeof read)[number]) =>
    shape === 'scalar' ||
    shape === field.shape ||
    tokens[tokens.indexOf(formula.clause[0]) - 1]?.kind === 'word'
  // “I (the identity)” says one thing twice.
  if (new Set(fitting.map(({ said }) => said)).size === 1 && read.every(isHarmless)) return fitting[0].formula
  const faulty = read.find(({ shape }) => shape === undefined)
  if (fitting.length < 2 && faulty) return faulty.formula
  // Formulas in brackets come after those around them.
  const clauses = formulas.flatMap(({ clause }) => clause)
  return refuse('E_NODE', `There are several formulas here. Begin the answer with ${field.name} =.`, {
    start: Math.min(...clauses.map(({ start }) => start)),
    end: Math.max(...clauses.map(({ end }) => end)),
  })
}

/** Whether a name only occurs in a sentence: both of “where k_a and k_b are orthonormal”. */
function isSpokenOf(name: Token, tokens: readonly Token[]): boolean {
  const at = tokens.indexOf(name)
  const [before, word] = [tokens[at - 2], tokens[at - 1]]
  if (word?.kind !== 'word') return false
  return BEFORE_A_NAME.test(word.text) || (/^and$/i.test(word.text) && isSpokenOf(before, tokens))
}
