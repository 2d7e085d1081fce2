import type { Part } from './exercises/exercise'
import type { ParamSpecs, ParamValues, Role } from './params'
import { type Said, together } from './said'

/**
 * A number that can explain itself. Wherever it is displayed — formula, figure, table, claim — focusing it
 * shows `formula`, the same with the current values, and all its digits.
 */
export interface Quantity {
  readonly id: string
  /** Name in words. */
  readonly label: string
  readonly tex: string
  /** TeX of the definition in symbols, without the left-hand side. */
  readonly formula: string
  /** TeX of the definition with the current values in place of the symbols. */
  readonly plugged: string
  readonly value: number
  /** Natural logarithm of the size of `value`, for quantities that leave float64's range; −0 is negative then. */
  readonly log?: number
  readonly role: Role
  /** Name of the figure's mark that shows it. */
  readonly mark?: string
}

/**
 * Two computations of one displayed equality; the contract test holds them equal to 1e−12, relative to the
 * larger side or to `magnitude`, the size of the terms that cancel in it.
 */
export interface Equality {
  readonly left: number
  readonly right: number
  readonly magnitude?: number
}

/** One displayed formula and the equalities it states. */
export interface Line {
  readonly tex: string
  readonly equalities: readonly Equality[]
}

/** One step of a derivation: a sentence, then its formulas. Prose may hold TeX between dollar signs. */
export interface Step {
  readonly id: string
  readonly prose: string
  /** What can be seen or done with it on the page, after the prose: no part of the derivation. */
  readonly hint?: string
  readonly lines: readonly Line[]
  /** The same written out at length; the reader unfolds it in place of `lines`. */
  readonly unfolded?: readonly Line[]
}

/**
 * What a check found, in a sentence with the current numbers: the statement is true of these params when
 * `error ≤ bound`.
 */
export interface Finding extends Said {
  readonly error: number
  readonly bound: number
}

/** What a conditional statement is about and does not find. */
export interface Absence<P> extends Said {
  /** Changes to the present params with which the statement applies. */
  readonly changes: Partial<P>
}

/**
 * A statement about the construction, in words for the reader and in code for the machine.
 *
 * - `stated`: the notes say it.
 * - `unsaid`: the notes leave it out.
 * - `corrected`: the notes say it and it is false; `correction` is what is true instead, everywhere.
 *
 * Without `failsAt`, a stated or unsaid claim is a theorem: it holds for all params that it is about. With it, the claim
 * depends on the params and is false at those.
 */
export interface Claim<P, M> {
  readonly id: string
  /** What it is about, in two to four words. */
  readonly name: string
  readonly kind: 'stated' | 'unsaid' | 'corrected'
  /** The statement; prose with TeX. Of a corrected claim, the notes' wording. */
  readonly prose: string
  /** Of a conditional statement: what it is about and these params do not have, or undefined where they have it. */
  premise?(params: P, model: M): Absence<P> | undefined
  /** Asked only where the premise is there. */
  check(params: P, model: M): Finding
  /** Params under which the statement is false, as changes to the initial ones. */
  readonly failsAt?: Partial<P>
  readonly correction?: { readonly prose: string; check(params: P, model: M): Finding }
}

/** A value of a slider at which something happens, and what, in words. */
export interface SliderMark {
  readonly at: number
  readonly label: string
}

/** Named params, as changes to the initial ones. */
export interface Preset<P> {
  readonly id: string
  readonly label: string
  readonly params: Partial<P>
}

/** A question of the assignment as links know it: its part, and the names of the fields of an answer. */
export interface Asked {
  readonly part: Part
  readonly fields: readonly string[]
}

/** What is known of a construction before its room is opened: names and params, for menus, links and storage. */
export interface Declared<S extends ParamSpecs = ParamSpecs, Id extends string = string> {
  readonly id: Id
  readonly title: string
  /** A word or two for the menu. */
  readonly menu: string
  /** Where the notes state it: `1(b)`. */
  readonly source: string
  /** Where the other editions of the assignment ask it. */
  readonly editions: string
  /** Its question in a few plain words, for the front door. */
  readonly asks: string
  readonly params: S
  /**
   * The nearest params that also satisfy the conditions between parameters (a target among the keys, at most
   * n averaged keys). Idempotent; absent where every combination in range is valid.
   */
  constrain?(params: ParamValues<S>): ParamValues<S>
  /** What the assignment asks to be answered here, where a machine can judge it; the exercise itself comes with the judge. */
  readonly asked?: Asked
}

/** One construction of the notes: data and pure functions. Importing it loads no user interface. */
export interface Construction<S extends ParamSpecs = ParamSpecs, M = unknown, Id extends string = string>
  extends Declared<S, Id> {
  /** What the notes were asked, as a reader meets it; prose with TeX. */
  readonly question: string
  /** The current setting in a few words, after the part number; prose with TeX. */
  setting(params: ParamValues<S>): string
  /** The params whose sliders stand at the main figure; empty where that figure itself is what one moves. */
  readonly primary: readonly (keyof S & string)[]
  /** Ids of the quantities that say in a sentence what the primary control has brought about, the first things first. */
  outcome(params: ParamValues<S>, model: M): readonly string[]
  /** Id of the step of the derivation that says most: what is shown where there is room for one line. */
  readonly gist: string
  /** Values of a number's slider at which something happens, by the number's name. */
  marks?(params: ParamValues<S>): { readonly [K in keyof S]?: readonly SliderMark[] }
  model(params: ParamValues<S>): M
  /** Total weight of every query of the model: each is 1. */
  totalWeights(model: M): readonly number[]
  quantities(params: ParamValues<S>, model: M): readonly Quantity[]
  derivation(params: ParamValues<S>, model: M): readonly Step[]
  readonly claims: readonly Claim<ParamValues<S>, M>[]
  readonly presets: readonly Preset<ParamValues<S>>[]
}

/** Returns `declared` unchanged; exists so TypeScript infers its types. */
export function declareConstruction<const S extends ParamSpecs, const Id extends string>(
  declared: Declared<S, Id>,
): Declared<S, Id> {
  return declared
}

/** Returns `definition` unchanged; exists so TypeScript infers its types. */
export function defineConstruction<const S extends ParamSpecs, M, const Id extends string>(
  definition: Construction<S, M, Id>,
): Construction<S, M, Id> {
  return definition
}

/** The params, of `construction`, that `changes` to the initial ones lead to. */
export function paramsWith<S extends ParamSpecs>(
  construction: Pick<Declared<S>, 'constrain'>,
  base: ParamValues<S>,
  changes: Partial<ParamValues<S>>,
): ParamValues<S> {
  const params = { ...base, ...changes }
  return construction.constrain?.(params) ?? params
}

/** How a claim fares at the current params. */
export type Verdict = 'holds' | 'fails here' | 'unsaid' | 'corrected' | 'does not apply here'

/** A claim as judged at some params. */
export interface Judgement<P> extends Said {
  readonly verdict: Verdict
  /** Whether the statement, of a corrected claim the notes' wording, is false at these params. */
  readonly isFalse: boolean
  /** Changes to the present params with which the claim applies, where it does not. */
  readonly appliesWith?: Partial<P>
}

/** The verdict that a claim's own checks give, and what they found. */
export function judged<P, M>(claim: Claim<P, M>, params: P, model: M): Judgement<P> {
  const absence = claim.premise?.(params, model)
  if (absence) {
    const { changes, ...words } = absence
    return { ...words, verdict: 'does not apply here', isFalse: false, appliesWith: changes }
  }
  const finding = claim.check(params, model)
  const isFalse = !(finding.error <= finding.bound)
  const found = claim.correction ? together(finding, claim.correction.check(params, model)) : finding
  return { prose: found.prose, quoted: found.quoted, verdict: verdictOf(claim, isFalse), isFalse }
}

function verdictOf({ kind }: Pick<Claim<never, never>, 'kind'>, isFalse: boolean): Verdict {
  if (kind === 'corrected') return 'corrected'
  if (isFalse) return 'fails here'
  return kind === 'unsaid' ? 'unsaid' : 'holds'
}
