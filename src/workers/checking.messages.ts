import type { Verdict } from '../checker/check'
import type { comparedSolutions } from '../checker/compare'
import type { Echo } from '../checker/echo'
import type { Part, Texts } from '../constructions/exercises/exercise'

/** An answer to read, or to read and to judge; or the right answers of a question to compare. */
export interface CheckingRequest {
  readonly type: 'echo' | 'check' | 'solutions'
  /** Names the request in its answer. */
  readonly job: number
  readonly part: Part
  readonly texts: Texts
}

/** What came of a request; requests are answered in order, one answer each. */
export type CheckingAnswer =
  | { readonly type: 'echo'; readonly job: number; readonly echoes: Readonly<Record<string, Echo>> }
  | { readonly type: 'check'; readonly job: number; readonly verdict: Verdict }
  | {
      readonly type: 'solutions'
      readonly job: number
      readonly solutions: ReturnType<typeof comparedSolutions>
    }
  | { readonly type: 'failed'; readonly job: number; readonly message: string }
