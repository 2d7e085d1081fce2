import { Parts } from '../../../ui/Parts'
import type { PanelProps } from '../../../ui/panel'
import type { identitySelfAttention } from '../identity-self-attention'
import { Outputs, Scores, Weights } from './Heatmaps'
import { LeakPlot } from './LeakPlot'
import { MarginPlot } from './MarginPlot'
import { Result } from './Result'

/** The instrument of 1(e)i: scores, weights and outputs, how far x₂ prefers itself, and what reaches u_b. */
export default function Panel(props: PanelProps<typeof identitySelfAttention>) {
  const { model } = props
  return (
    <Parts
      lead="weights"
      main={[
        { id: 'scores', name: 'Scores', figure: <Scores model={model} /> },
        { id: 'weights', name: 'Weights', figure: <Weights model={model} /> },
        { id: 'outputs', name: 'Outputs', figure: <Outputs model={model} />, share: 1.25 },
      ]}
      result={<Result model={model} />}
      secondary={[
        { id: 'leak', name: 'Leak', figure: <LeakPlot {...props} /> },
        { id: 'margin', name: 'Margin', figure: <MarginPlot {...props} /> },
      ]}
    />
  )
}
