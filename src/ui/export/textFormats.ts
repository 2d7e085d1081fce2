import type { Registered } from '../../constructions'
import { csvOf, type Table } from '../../export/csv'
import type { FigureOrigin } from '../../export/figure-metadata'
import { tabularOf } from '../../export/table-latex'
import type { Params } from '../../state/session'
import { derivationLatex, numpyText } from './roomTexts'
import { withoutDollars } from './tableOf'

/** A text that a figure can be saved as or copied. */
export interface TextFormat {
  readonly name: string
  readonly about: string
  readonly file: string
  readonly type: string
  text(): string | Promise<string>
}

/** What the table behind a figure can be saved as, in files called `name`. */
export function tableFormats(cells: Table, name: string): readonly TextFormat[] {
  return [
    {
      name: 'CSV',
      about: 'the table',
      file: `${name}.csv`,
      type: 'text/csv',
      text: () => csvOf(withoutDollars(cells)),
    },
    {
      name: 'LaTeX table',
      about: 'a tabular',
      file: `${name}.tex`,
      type: 'text/x-tex',
      text: () => tabularOf(cells),
    },
  ]
}

/** What the room of a figure can be saved as. */
export function roomFormats(
  room: Registered,
  params: () => Params,
  origin: () => FigureOrigin,
): readonly TextFormat[] {
  const ofRoom = () => ({ ...origin(), title: room.title })
  return [
    {
      name: 'LaTeX',
      about: 'the derivation',
      file: `${room.id}.tex`,
      type: 'text/x-tex',
      text: () => derivationLatex(room, params(), ofRoom()),
    },
    {
      name: 'NumPy',
      about: 'what computes it',
      file: `${room.id}.py`,
      type: 'text/x-python',
      text: () => numpyText(room, params(), ofRoom()),
    },
  ]
}
