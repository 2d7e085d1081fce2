import { MatrixField } from '../../../ui/kit/MatrixField'
import { type PanelProps, useChange } from '../../../ui/panel'
import { singleKey } from '../single-key'
import styles from './single-key.module.css'

type Props = PanelProps<typeof singleKey>

const { keys: KEYS, query: QUERY } = singleKey.params
const AXES = ['first', 'second']

/** The coordinates of the keys and of the query's direction, to be read and typed. */
export function CoordinateFields({ params: { keys, query } }: Props) {
  const change = useChange(singleKey)
  return (
    <div className={styles['coordinates']}>
      <MatrixField
        spec={KEYS}
        value={keys}
        rowLabels={keys.map((_, i) => `key ${i + 1}`)}
        columnLabels={AXES}
        onChange={(next) => change({ keys: next }, 'keys')}
      />
      <MatrixField
        spec={QUERY}
        value={query}
        rowLabels={['u']}
        columnLabels={AXES}
        onChange={(next) => change({ query: next }, 'query')}
      />
    </div>
  )
}
