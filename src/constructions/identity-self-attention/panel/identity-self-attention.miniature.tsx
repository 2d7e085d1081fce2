import { useMemo } from 'react'
import { Miniature, type MiniatureProps, WIDTH } from '../../../ui/kit/miniature'
import styles from '../../../ui/kit/miniature.module.css'
import { type Unaided, unaidedModel } from '../identity-self-attention.model'

/** 1(e)i: who attends to whom. */
export default function Small({ params }: MiniatureProps<Unaided>) {
  const { weights } = useMemo(() => unaidedModel(params), [params])
  return (
    <Miniature>
      {weights.map((row, i) =>
        row.map((weight, j) => (
          <rect
            // Cells have no names but their places.
            // oxlint-disable-next-line react/no-array-index-key
            key={`${i}${j}`}
            className={styles['weight']}
            x={WIDTH / 2 - 39 + 26 * j}
            y={3 + 26 * i}
            width={24}
            height={24}
            rx={2}
            fillOpacity={0.07 + 0.93 * weight}
          />
        )),
      )}
    </Miniature>
  )
}
