import { useMemo } from 'react'
import { rationalText } from '../../../tex/compositions'
import { number } from '../../../tex/format'
import { Figure } from '../../../ui/kit/Figure'
import { Heading, type LineName } from '../../../ui/kit/Heading'
import { type PanelProps, useChange } from '../../../ui/panel'
import { keyQueryValue } from '../key-query-value'
import {
  allReached,
  type DesignModel,
  designModel,
  leastMargin,
  type Posed,
  worstError,
} from '../key-query-value.model'
import type { Maps } from '../key-query-value.notes'
import { RIGHT_ANSWERS } from '../key-query-value.presets'
import styles from './key-query-value.module.css'

type Props = Pick<PanelProps<typeof keyQueryValue>, 'params' | 'model' | 'pinned'>

const HEADS: readonly LineName[] = [
  { tex: '\\operatorname{rk} K^{\\top}Q', words: 'rank of K transposed Q' },
  { tex: '\\operatorname{rk} V', words: 'rank of V' },
  { tex: '\\text{norm}', words: 'norm' },
  { tex: '\\text{margin}', words: 'margin' },
  { tex: '\\text{error}', words: 'error' },
]

/** Right answers beside the one in the grids, at the same β and τ. */
export function Comparison({ params, model, pinned }: Props) {
  const change = useChange(keyQueryValue)
  const { tokens, targets, wanted, norm, scoreScale } = params
  const answers = useMemo(
    () => (tokens[0].length === 4 ? answersFor({ tokens, targets, wanted, norm, scoreScale }) : []),
    [tokens, targets, wanted, norm, scoreScale],
  )
  return (
    <Figure
      title="Right answers compared"
      about={`at the same $\\beta$ and $\\tau$; rk: rank; margin in $\\tau\\beta^2$`}
    >
      <div className={styles['comparison']}>
        <table>
          <thead>
            <tr>
              <th scope="col">answer</th>
              {HEADS.map((head) => (
                <th key={head.words} scope="col">
                  <Heading name={head} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Row name="in the grids" model={model} />
            {pinned && <Row name="pinned as A" model={pinned.model} isGhost />}
            {answers.map((answer) => (
              <Row
                key={answer.id}
                name={answer.label}
                model={answer.model}
                onLoad={() => change(answer.params)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </Figure>
  )
}

/** The right answers to a question, which the matrices in the grids are no part of. */
const answersFor = (question: Omit<Posed, keyof Maps>) =>
  RIGHT_ANSWERS.map((answer) => ({ ...answer, model: designModel({ ...question, ...answer.params }) }))

interface RowProps {
  readonly name: string
  readonly model: DesignModel
  readonly isGhost?: boolean
  onLoad?(): void
}

function Row({ name, model, isGhost = false, onLoad }: RowProps) {
  const { error, logError } = worstError(model)
  const reached = allReached(model)
  const margin = leastMargin(model)
  return (
    <tr className={isGhost ? styles['pinned'] : onLoad ? undefined : styles['own']}>
      <th scope="row">
        {onLoad ? (
          <button type="button" aria-label={`Load ${name}`} onClick={onLoad}>
            {name}
          </button>
        ) : (
          name
        )}
      </th>
      <td>{model.scoreRank}</td>
      <td>{model.valueRank}</td>
      <td>{number(model.size, undefined, 3)}</td>
      <td>{margin ? rationalText(margin) : '–'}</td>
      <td className={reached ? undefined : styles['missed']}>
        {number(error, logError, 3)}
        {reached ? '' : ' ✗'}
      </td>
    </tr>
  )
}
