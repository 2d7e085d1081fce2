import { memo, useDeferredValue } from 'react'
import type { PanelProps } from '../../ui/panel'
import { BasisFigure } from './BasisFigure'
import { Comparison } from './Comparison'
import { DesignFigure } from './DesignFigure'
import { ErrorPlot } from './ErrorPlot'
import { Heatmaps } from './Heatmaps'
import type { keyQueryValue } from './key-query-value'
import styles from './key-query-value.module.css'
import { Matrices } from './Matrices'

type Props = PanelProps<typeof keyQueryValue>

/** The instrument of 1(e)ii: the matrices, what follows from them, and a solver for other wishes. */
export default function Panel(props: Props) {
  return (
    <div className={styles['figures']}>
      <Matrices {...props} />
      <Heatmaps {...props} />
      <ErrorPlot {...props} />
      <LaterComparison {...useDeferredValue(props)} />
      <DesignFigure {...props} />
      <BasisFigure {...props} />
    </div>
  )
}

/** May stand a moment after the frame that shows an edit, since nothing in it is dragged or typed. */
const LaterComparison = memo(Comparison)
