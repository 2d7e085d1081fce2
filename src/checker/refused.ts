/** A stretch of the text as the person wrote it: from the character `start` to before `end`. */
export interface Place {
  readonly start: number
  readonly end: number
}

/** What kind of thing is wrong with a text. */
export type RefusalCode =
  | 'E_EMPTY'
  | 'E_LEN'
  | 'E_CHAR'
  | 'E_SYNTAX'
  | 'E_DEPTH'
  | 'E_NODE'
  | 'E_NAME'
  | 'E_SHAPE'
  | 'E_SIZE'
  | 'E_DOMAIN'
  | 'E_FUEL'

/** Why a text has no meaning here, in a sentence, and where. */
export interface Refused extends Place {
  readonly code: RefusalCode
  readonly message: string
  /** Id of a misunderstanding that the question knows. */
  readonly diagnosis?: string
}

/** Said of what speaks of a limit. */
export const LEAVE_OUT =
  'Leave this out: what is as large as wanted is taken to its limit when the answer is judged.'

/** Carries a {@link Refused} out of the reader; never leaves this folder. */
export class RefusedError extends Error {
  readonly refused: Refused

  constructor(refused: Refused) {
    super(refused.message)
    this.refused = refused
  }
}

/**
 * Refuses a text.
 *
 * @throws {RefusedError} always
 */
export function refuse(code: RefusalCode, message: string, { start, end }: Place, diagnosis?: string): never {
  throw new RefusedError({ code, message, start, end, ...(diagnosis === undefined ? {} : { diagnosis }) })
}

/** What `attempt` returns, or why it refused. Errors of any other kind pass. */
export function orRefused<T extends object>(attempt: () => T): T | { readonly refused: Refused } {
  try {
    return attempt()
  } catch (error) {
    if (error instanceof RefusedError) return { refused: error.refused }
    throw error
  }
}
