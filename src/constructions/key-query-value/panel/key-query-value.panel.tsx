import { memo, useDeferredValue } from 'react'
import { Parts } from '../../../ui/Parts'
import type { PanelProps } from '../../../ui/panel'
import type { keyQueryValue } from '../key-query-value'
import { BasisFigure } from './BasisFigure'
import { Comparison } from './Comparison'
import { DesignFigure } from './DesignFigure'
import { ErrorPlot } from './ErrorPlot'
import { Outputs, Scores, Weights } from './Heatmaps'
import { Matrices } from './Matrices'
import { Result } from './Result'

type Props = PanelProps<typeof keyQueryValue>

/** The instrument of 1(e)ii: the matrices, what follows from them, and a solver for other wishes. */
export default function Panel(props: Props) {
  const { params, model } = props
  const later = useDeferredValue(props)
  return (
    <Parts
      main={[{ id: 'matrices', name: 'K, Q, V', figure: <Matrices {...props} /> }]}
      result={<Result model={model} />}
      secondary={[
        { id: 'scores', name: 'Scores', figure: <Scores {...props} /> },
        { id: 'weights', name: 'Weights', figure: <Weights {...props} /> },
        {
          id: 'outputs',
          name: 'Outputs',
          figure: <Outputs params={params} model={model} />,
          share: 1.25,
        },
        { id: 'error', name: 'Error', figure: <ErrorPlot {...props} />, share: 1.25 },
      ]}
      further={[
        { id: 'design', name: 'tokens, wanted outputs, solver', content: <DesignFigure {...props} /> },
        { id: 'basis', name: 'basis', content: <BasisFigure {...props} /> },
        { id: 'comparison', name: 'compare right answers', content: <LaterComparison {...later} /> },
      ]}
    />
  )
}

/** May stand a moment after the frame that shows an edit, since nothing in it is dragged or typed. */
const LaterComparison = memo(Comparison)
