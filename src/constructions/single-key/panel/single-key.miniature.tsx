import { useMemo } from 'react'
import { HEIGHT, Miniature, type MiniatureProps, WIDTH } from '../../../ui/kit/miniature'
import styles from '../../../ui/kit/miniature.module.css'
import { keyHull } from '../single-key.hull'
import type { Selection } from '../single-key.model'

/** 1(a): the keys, their hull, the wanted one ringed, and the query's direction. */
export default function Small({ params }: MiniatureProps<Selection>) {
  const { keys, query, target } = params
  const corners = useMemo(() => keyHull(keys).corners, [keys])
  const reach = Math.max(...[...keys, ...query].flat().map(Math.abs), 0.1)
  const place = ([x, y]: readonly number[]) =>
    [WIDTH / 2 + (x / reach) * (HEIGHT / 2 - 9), HEIGHT / 2 - (y / reach) * (HEIGHT / 2 - 9)] as const
  const [wanted, tip] = [place(keys[target - 1]), place(query[0])]
  return (
    <Miniature>
      <polygon className={styles['hull']} points={corners.map((i) => place(keys[i]).join()).join(' ')} />
      <line className={styles['query']} x1={WIDTH / 2} y1={HEIGHT / 2} x2={tip[0]} y2={tip[1]} />
      <rect className={styles['tip']} x={tip[0] - 3.5} y={tip[1] - 3.5} width={7} height={7} />
      {keys.map(place).map(([x, y]) => (
        <circle key={`${x} ${y}`} className={styles['key']} cx={x} cy={y} r={3.5} />
      ))}
      <circle className={styles['ring']} cx={wanted[0]} cy={wanted[1]} r={6.5} />
    </Miniature>
  )
}
