import type { Matrix } from '../../../core/linear/linalg'
import { Miniature, type MiniatureProps } from '../../../ui/kit/miniature'
import styles from '../../../ui/kit/miniature.module.css'
import type { Posed } from '../key-query-value.model'

/** Most rows and columns that there is room for. */
const MOST_CELLS = 4

/** 1(e)ii: the three matrices, cells that are not 0 in their roles' colours. */
export default function Small({ params }: MiniatureProps<Posed>) {
  const { keyMatrix, queryMatrix, valueMatrix } = params
  const side = Math.min(MOST_CELLS, keyMatrix.length)
  return (
    <Miniature>
      <Grid name="K" tint="key" matrix={keyMatrix} left={0} side={side} />
      <Grid name="Q" tint="query" matrix={queryMatrix} left={52} side={side} />
      <Grid name="V" tint="value" matrix={valueMatrix} left={104} side={side} />
    </Miniature>
  )
}

interface GridProps {
  readonly name: string
  readonly tint: 'key' | 'query' | 'value'
  readonly matrix: Matrix
  readonly left: number
  readonly side: number
}

function Grid({ name, tint, matrix, left, side }: GridProps) {
  const cell = 46 / side
  return (
    <g transform={`translate(${left} 28)`} className={`role-${tint}`}>
      <text className={styles['symbol']} x={23} y={-10} textAnchor="middle">
        {name}
      </text>
      {matrix.slice(0, side).map((row, r) =>
        row.slice(0, side).map((x, s) => (
          <rect
            // Cells have no names but their places.
            // oxlint-disable-next-line react/no-array-index-key
            key={`${r}${s}`}
            className={x === 0 ? styles['empty'] : x > 0 ? styles['plus'] : styles['minus']}
            x={s * cell + 1}
            y={r * cell + 1}
            width={cell - 2}
            height={cell - 2}
            rx={1.5}
          />
        )),
      )}
    </g>
  )
}
