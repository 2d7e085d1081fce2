import type { PanelProps } from '../../ui/panel'
import { KeyPlane } from './KeyPlane'
import { KeyTable } from './KeyTable'
import { MarginPlots } from './MarginPlots'
import type { singleKey } from './single-key'
import styles from './single-key.module.css'
import { ValueCircle } from './ValueCircle'

/** The instrument of 1(a): keys and query in the plane, what attention makes of them, and the margin for any n. */
export default function Panel(props: PanelProps<typeof singleKey>) {
  return (
    <div className={styles['figures']}>
      <KeyPlane {...props} />
      <div className={styles['beside']}>
        <KeyTable {...props} />
        <ValueCircle model={props.model} pinned={props.pinned?.model} />
      </div>
      <MarginPlots {...props} />
    </div>
  )
}
