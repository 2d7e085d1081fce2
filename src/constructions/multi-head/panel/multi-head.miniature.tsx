import { useMemo } from 'react'
import { Bars, Miniature, type MiniatureProps, MOST_BARS, WIDTH } from '../../../ui/kit/miniature'
import styles from '../../../ui/kit/miniature.module.css'
import { type Heads, headWeights } from '../multi-head.model'

/** 1(d): the weights of the first two heads in the draw that is looked at. */
export default function Small({ params }: MiniatureProps<Heads>) {
  const rows = useMemo(() => headWeights('separate', params).slice(0, 2), [params])
  return (
    <Miniature>
      {rows.map((weights, h) => (
        // Heads have no names but their numbers.
        // oxlint-disable-next-line react/no-array-index-key
        <g key={h} transform={`translate(18 ${h * 40})`}>
          <text className={styles['symbol']} x={-16} y={30}>
            <tspan>q</tspan>
            <tspan className={styles['index']} dy={3}>
              {h + 1}
            </tspan>
          </text>
          <Bars
            weights={weights.slice(0, MOST_BARS)}
            wanted={MOST_BARS}
            top={4}
            base={36}
            most={1}
            width={WIDTH - 20}
          />
        </g>
      ))}
    </Miniature>
  )
}
