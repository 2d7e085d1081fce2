/** A question of the assignment with its answer. */
export interface CourseQuestion {
  readonly name: string
  readonly place: string
}

/** The questions of a file, and how many of its lines are none. */
export interface CourseQuestions {
  readonly questions: readonly CourseQuestion[]
  /** Number of the first line that is no question, from 1; undefined where all are. */
  readonly oddLine: number | undefined
  readonly odd: number
}

/** More than any edition of the assignment has. */
export const MOST_QUESTIONS = 20_000

/** Reads `Where was NAME born?⇥PLACE`, line by line; empty lines are passed over. */
export function readQuestions(text: string): CourseQuestions {
  const lines = withPlainEnds(text).split('\n')
  const read = lines.map((line) => questionIn(line))
  const odd = lines.flatMap((line, i) => (line.trim() !== '' && !read[i] ? [i + 1] : []))
  return {
    questions: read.filter((question) => question !== undefined).slice(0, MOST_QUESTIONS),
    oddLine: odd[0],
    odd: odd.length,
  }
}

function questionIn(line: string): CourseQuestion | undefined {
  const [, name, place] = /^Where was (.{1,200}) born\?\t(.{1,200})$/.exec(line) ?? []
  return name !== undefined && place !== undefined ? { name, place: place.trim() } : undefined
}

/** Line ends as Python's text files have them, so that a vocabulary made from the text is the same. */
export const withPlainEnds = (text: string) => text.replaceAll(/\r\n?/g, '\n')

/** Share of questions that whoever always says London gets right. */
export function londonShare(questions: readonly CourseQuestion[]): number {
  const right = questions.filter(({ place }) => place === 'London').length
  return questions.length === 0 ? 0 : right / questions.length
}
