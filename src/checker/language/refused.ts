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

/** A stretch of the text and what to write in its place. */
export interface Edit extends Place {
  readonly text: string
}

/** A change to the text that the page offers to make. */
export interface Suggestion {
  /** What the button says: `Write Q`. */
  readonly label: string
  readonly edits: readonly Edit[]
}

/** Why a text has no meaning here, in a sentence, and where. */
export interface Refused extends Place {
  readonly code: RefusalCode
  readonly message: string
  /** Id of a misunderstanding that the question knows. */
  readonly diagnosis?: string
  readonly suggestion?: Suggestion
}

/** Something to know about how a text was read. */
export interface Note {
  readonly message: string
  readonly suggestion?: Suggestion
}

/** `text` with the edits of a suggestion made. */
export function edited(text: string, { edits }: Suggestion): string {
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((changed, edit) => changed.slice(0, edit.start) + edit.text + changed.slice(edit.end), text)
}

/** `instead` in place of what is at `place`. */
export const writing = (instead: string, { start, end }: Place): Suggestion => ({
  label: `Write ${instead}`,
  edits: [{ start, end, text: instead }],
})

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
export function refuse(
  code: RefusalCode,
  message: string,
  { start, end }: Place,
  more: Pick<Refused, 'diagnosis' | 'suggestion'> = {},
): never {
  throw new RefusedError({ code, message, start, end, ...more })
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
