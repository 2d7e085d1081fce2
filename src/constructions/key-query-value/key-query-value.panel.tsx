import type { PanelProps } from '../../ui/panel'
import { BasisFigure } from './BasisFigure'
import { Comparison } from './Comparison'
import { DesignFigure } from './DesignFigure'
import { ErrorPlot } from './ErrorPlot'
import { Heatmaps } from './Heatmaps'
import type { keyQueryValue } from './key-query-value'
import styles from './key-query-value.module.css'
import { Matrices } from './Matrices'

/** The instrument of 1(e)ii: the matrices, what follows from them, and a solver for other wishes. */
export default function Panel(props: PanelProps<typeof keyQueryValue>) {
  return (
    <div className={styles['figures']}>
      <Matrices {...props} />
      <Heatmaps {...props} />
      <ErrorPlot {...props} />
      <Comparison {...props} />
      <DesignFigure {...props} />
      <BasisFigure {...props} />
    </div>
  )
}
