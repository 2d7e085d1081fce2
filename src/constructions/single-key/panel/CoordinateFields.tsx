import { MatrixField } from '../../../ui/kit/MatrixField'
import type { PanelProps } from '../../../ui/panel'
import { singleKey } from '../single-key'
import styles from './single-key.module.css'

type Props = PanelProps<typeof singleKey>

const { keys: KEYS, query: QUERY } = singleKey.params
const AXES = ['first', 'second']

/** The coordinates of the keys and of the query's direction, to be read and typed. */
export function CoordinateFields({ params: { keys, query }, onChange, onSettle }: Props) {
  return (
    <div className={styles['coordinates']}>
      <MatrixField
        spec={KEYS}
        value={keys}
        rowLabels={keys.map((_, i) => `key ${i + 1}`)}
        columnLabels={AXES}
        onChange={(next) => onChange({ keys: next }, 'keys')}
        onSettle={onSettle}
      />
      <MatrixField
        spec={QUERY}
        value={query}
        rowLabels={['u']}
        columnLabels={AXES}
        onChange={(next) => onChange({ query: next }, 'query')}
        onSettle={onSettle}
      />
    </div>
  )
}
