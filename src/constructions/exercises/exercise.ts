import type { Matrix, Vector } from '../../core/linear/linalg'
import type { Random } from '../../core/random/random'
import type { ParamValue, Role } from '../params'

/** Whether an answer has a property; undecided where float64 cannot tell. */
export type Standing = 'holds' | 'fails' | 'undecided'

/** What a name in an answer stands for: a scalar, a column [d], or a matrix [d, d]. */
export type Operand = number | Vector | Matrix

export type Shape = 'scalar' | 'column' | 'matrix'

/** A symbol that the question offers. */
export interface Term {
  readonly name: string
  readonly tex: string
  /** What it stands for, in words. */
  readonly meaning: string
  readonly role: Role | undefined
  readonly shape: Shape
  /** True of a number that the person chooses. */
  readonly isFree?: boolean
  /** Of a letter that is often taken for another: what to say where an answer that uses it is not right. */
  readonly mistaken?: string
}

/** Names that the question does not offer, with the reason in a sentence. */
export interface Refusal {
  readonly names: RegExp
  /** Where the name is a misunderstanding of the question, and not of its notation. */
  readonly diagnosis?: string
  readonly prose: string
}

/** The symbols of a question: those it offers, and those for which it has a reason not to. */
export interface Vocabulary {
  readonly terms: readonly Term[]
  /** Letters shown for numbers as large as wanted. Any other letter that the question does not use is free as well. */
  readonly letters: readonly Term[]
  /** Why no letter is free, where that is so. */
  readonly closed?: string
  readonly refusals: readonly Refusal[]
  /** What the columns of the question are called: a half sentence, and the letter of the family. */
  readonly columns?: { readonly prose: string; readonly family: string }
}

/** One blank of a question: `q`, or `K`. */
export interface Field {
  readonly name: string
  readonly tex: string
  readonly shape: Shape
}

/** The parts of the notes that an answer can be judged on: `e1` is 1(e)i, `e` is 1(e)ii. */
export type Part = 'a' | 'b' | 'c' | 'd' | 'e1' | 'e'

/** Text of an answer, by field. */
export type Texts = Readonly<Record<string, string>>

/** The operands that a text's names stand for, or what its fields come to. */
export type Operands = Readonly<Record<string, Operand>>

/**
 * What the fields of an answer come to at one scale. `magnitudes` is the same with every sign made positive: rounding
 * has moved an entry of `values` by at most a small multiple of 2⁻⁵³ times that of `magnitudes`.
 */
export interface Answered {
  readonly values: Operands
  readonly magnitudes: Operands
  /** Names that the answer uses. */
  readonly names: readonly string[]
}

/**
 * How far an answer is, at one scale, from having a property: natural logarithm of the error, and the nats by which
 * rounding may have moved it. An error that rounding alone can explain is `isRounding`; `log` is then the most it can
 * be.
 */
export interface Distance {
  readonly log: number
  readonly slack: number
  readonly isRounding: boolean
}

/** What one query made of an instance. */
export interface Head {
  /** TeX of its output: `c`, or `c_1`. */
  readonly tex: string
  readonly scores: Vector
  readonly weights: Vector
  /** The weights of a right answer, where the question fixes them. */
  readonly wanted: Vector | undefined
  /** True of an output that the question leaves open. */
  readonly isFree?: boolean
}

/** The weights behind an output that is the mean of those of several heads: their means. */
export type MeanHead = Pick<Head, 'tex' | 'weights' | 'wanted'>

/** What an answer made of an instance at one scale. */
export interface Outcome {
  readonly heads: readonly Head[]
  /** What is judged in place of the single heads, where their outputs are averaged. */
  readonly mean?: MeanHead
  /** By id of the property. */
  readonly distances: Readonly<Record<string, Distance>>
  /** Natural logarithm of the distance of the judged outputs from their targets, relative to the size of the values. */
  readonly logError: number
}

/** The params of the construction's room that come nearest to an instance under an answer. */
export interface Showing {
  readonly params: Readonly<Record<string, ParamValue>>
  /** False where the room cannot show quite this case; `note` then says what differs. */
  readonly isExact: boolean
  readonly note: string
}

/** How large an instance is and how its vectors lie. */
export interface Size {
  readonly n: number
  readonly d: number
  readonly kind: 'axes' | 'rotated' | 'nearly-dependent' | 'huge-values'
}

/** One case of a question: vectors of known numbers, on which an answer can be worked out. */
export interface Instance {
  readonly size: Size
  /** Names of the keys: `a`, `b`, `3`. */
  readonly labels: readonly string[]
  /** Values of the keys, for an output to be shown; shape [n, d]. Empty where the answer itself makes the values. */
  readonly values: Matrix
  /** What makes a right answer slow on it, in prose; undefined where nothing does. */
  readonly hard?: string
  /** What the names of the vocabulary stand for at `scale`. */
  operands(scale: number): Operands
  /** What an answer comes to at `scale`; undefined where it leaves float64. */
  outcome(scale: number, answer: Answered): Outcome | undefined
  /** The room's params that show it. */
  showing(scale: number, answer: Answered): Showing
  /** Lines of Python that print the weights, after the fields and their names have been defined in NumPy. */
  readonly script: readonly string[]
}

/** Something that a right answer does in the limit, judged on every instance. */
export interface Property {
  readonly id: string
  /** Prose with TeX: "the wanted keys are weighted alike". */
  readonly prose: string
  /** What its distance is, in words: it must tend to 0. */
  readonly distance: string
  /** The name on which it depends; of an answer that does not use it there is nothing to judge. */
  readonly onlyWith?: string
}

/** A misunderstanding, named; and the question that leads out of it without giving a solution away. */
export interface Diagnosis {
  readonly id: string
  readonly prose: string
  readonly next: string
}

/** A change to an answer that, if it makes the answer right, shows what was wrong with it. */
export interface Repair {
  readonly diagnosis: string
  /** What to ask instead of the question of the diagnosis, where the repair knows the place better. */
  readonly next?: string
  /** Whether it is about an answer that comes to these at rising scales on one instance; about any where left out. */
  isAbout?(answers: readonly Answered[]): boolean
  /** The repaired answer at `scale`, or undefined where the repair does not apply. */
  apply(answer: Answered, operands: Operands, scale: number): Answered | undefined
}

export interface Solution {
  readonly label: string
  readonly answer: Texts
  readonly isFromNotes: boolean
}

export interface Mistake {
  readonly answer: Texts
  readonly diagnosis: string
}

/** What a fixed number in place of a scale costs: in words, and on an instance or in a room of its own. */
export interface Gap {
  /** Prose with TeX. */
  readonly prose: string
  readonly instance?: Instance
  readonly showing?: Showing
}

/** How the params of a construction's own room are read as an answer to its question. */
export interface RoomAnswer {
  /** What taking them does: "Take the grids of the room". */
  readonly label: string
  /** The answer that the params are, or a sentence that says why they are none. */
  read(params: Readonly<Record<string, ParamValue>>): { readonly texts: Texts } | { readonly refused: string }
}

/** A question of the assignment that any answer with the wanted property answers. */
export interface Exercise {
  readonly part: Part
  /** Prose with TeX. */
  readonly question: string
  readonly fields: readonly Field[]
  readonly vocabulary: Vocabulary
  /** What is as large as wanted: `Q` or `β` in TeX, and the values tried, rising. */
  readonly scale: { readonly tex: string; readonly schedule: readonly number[] }
  readonly properties: readonly Property[]
  /** Sizes of the instances tried, awkward ones first. */
  readonly sizes: readonly Size[]
  /** Sizes for a counterexample, from the smallest. */
  readonly smallest: readonly Size[]
  draw(random: Random, size: Size): Instance
  readonly repairs: readonly Repair[]
  /** The number of keys from which on there are others beside the wanted ones; undefined where it never varies. */
  readonly fewestKeys?: number
  /** Where a query of fixed length is not long enough; it is `answered` on the plain `instance`. */
  gap?(answered: Answered, instance: Instance): Gap
  /** The diagnosis that the properties themselves suggest, where no repair helps. */
  otherwise(standings: Readonly<Record<string, Standing>>): string
  /** The diagnosis of a right answer that has a weakness, seen on one instance. */
  remark?(answer: Answered): string | undefined
  /** Where the construction's own room may hold an answer. */
  readonly fromRoom?: RoomAnswer
  readonly diagnoses: readonly Diagnosis[]
  readonly solutions: readonly Solution[]
  readonly mistakes: readonly Mistake[]
}
