import { gridText } from '../../checker/grid-text'
import type { Texts } from '../../constructions/exercises/exercise'
import { keyQueryValue } from '../../constructions/key-query-value/key-query-value'
import type { Matrix } from '../../core/linalg'
import { useExplorer } from '../explorer'
import styles from './check.module.css'

const GRIDS = { K: 'keyMatrix', Q: 'queryMatrix', V: 'valueMatrix' } as const

/** Takes the matrices that stand in the grids of the room of K, Q and V as the answer. */
export function GridButton({ onTake }: { onTake(texts: Texts): void }) {
  const { session } = useExplorer()
  const params = session.params[keyQueryValue.id]
  const grids = Object.entries(GRIDS).map(([letter, name]) => [letter, params[name] as Matrix] as const)
  const fits = grids.every(([, grid]) => grid.length === 4)
  return (
    <p className={styles['actions']}>
      <button
        type="button"
        disabled={!fits}
        onClick={() => onTake(Object.fromEntries(grids.map(([letter, grid]) => [letter, gridText(grid)])))}
      >
        Take the grids of the K·Q·V room
      </button>
      {!fits && 'The room has other tokens at the moment: the question is about four directions.'}
    </p>
  )
}
