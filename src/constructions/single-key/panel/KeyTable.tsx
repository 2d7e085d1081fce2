import { number } from '../../../tex/format'
import { key } from '../../../tex/symbols'
import { DataTable } from '../../../ui/kit/DataTable'
import { Value } from '../../../ui/kit/Explanation'
import { Figure } from '../../../ui/kit/Figure'
import { Tex } from '../../../ui/kit/Tex'
import { type PanelProps, useChange } from '../../../ui/panel'
import { singleKey } from '../single-key'
import { marksOf } from '../single-key.marks'
import type { KeyIndex, SelectionModel } from '../single-key.model'
import { KeyButtons } from './KeyButtons'
import styles from './single-key.module.css'

type Props = PanelProps<typeof singleKey>

/** Scores and weights of all keys, with the choice of the wanted one, and the ways to change them. */
export function KeyTable(props: Props) {
  const { model } = props
  return (
    <Figure title="Scores and weights" about="choose the wanted key" table={<LogTable model={model} />}>
      <table className={styles['keys']}>
        <thead>
          <tr>
            <th scope="col">key</th>
            <th scope="col">
              score <Tex>{'s_i'}</Tex>
            </th>
            <th scope="col">
              weight <Tex>{'\\htmlClass{role-weight}{\\alpha_i}'}</Tex>
            </th>
          </tr>
        </thead>
        <tbody>
          {model.scores.map((_, i) => (
            // Keys have no names but their numbers.
            // oxlint-disable-next-line react/no-array-index-key
            <Row key={i} i={i} {...props} />
          ))}
        </tbody>
      </table>
      <KeyButtons {...props} />
    </Figure>
  )
}

function Row({ i, model, pinned }: Props & { readonly i: KeyIndex }) {
  const change = useChange(singleKey)
  const { target, weights } = model
  return (
    <tr className={i === target ? styles['wanted'] : undefined}>
      <th scope="row" data-mark={marksOf('key', i, model)}>
        <label>
          <input
            type="radio"
            name="wanted-key"
            aria-label={`Want key ${i + 1}`}
            checked={i === target}
            onChange={() => change({ target: i + 1 })}
          />
          <Tex>{key(`${i + 1}`)}</Tex>
        </label>
      </th>
      <td>
        <Value of={`score-${i + 1}`} />
      </td>
      <td>
        <span className={styles['weight']}>
          <svg
            className={styles['bar']}
            aria-hidden="true"
            data-mark={marksOf('weight', i, model)}
            viewBox="0 0 1 1"
            preserveAspectRatio="none"
          >
            <rect width={weights[i]} height={1} />
            {pinned && <rect className={styles['pinned']} width={pinned.model.weights[i] ?? 0} height={1} />}
          </svg>
          <Value of={`weight-${i + 1}`} />
        </span>
      </td>
    </tr>
  )
}

function LogTable({ model: { scores, weights, logWeights, places } }: { model: SelectionModel }) {
  return (
    <DataTable
      columns={['key', 'score', 'weight', 'ln weight', 'place in the hull']}
      rows={scores.map((score, i) => [
        i + 1,
        number(score, undefined, 8),
        number(weights[i], logWeights[i], 8),
        <Value key="log" of={`log-weight-${i + 1}`} />,
        PLACES[places[i].kind],
      ])}
    />
  )
}

const PLACES = {
  corner: 'corner',
  twin: 'corner, with another key',
  edge: 'on an edge',
  inside: 'inside',
} as const
