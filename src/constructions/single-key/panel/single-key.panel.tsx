import { Value } from '../../../ui/kit/Explanation'
import { Tex } from '../../../ui/kit/Tex'
import { Parts } from '../../../ui/Parts'
import type { PanelProps } from '../../../ui/panel'
import type { singleKey } from '../single-key'
import type { SelectionModel } from '../single-key.model'
import { KeyPlane, PlaneNotes } from './KeyPlane'
import { KeyTable } from './KeyTable'
import { MarginPlots } from './MarginPlots'
import { ValueCircle } from './ValueCircle'

type Props = PanelProps<typeof singleKey>

/** The instrument of 1(a): keys and query in the plane, what attention makes of them, and the margin for any n. */
export default function Panel(props: Props) {
  return (
    <Parts
      mainShare={3.2}
      main={[
        { id: 'plane', name: 'Plane', figure: <KeyPlane {...props} /> },
        { id: 'scores', name: 'Scores', figure: <KeyTable {...props} />, share: 1.15 },
      ]}
      result={<Result model={props.model} />}
      secondary={[
        {
          id: 'output',
          name: 'Output',
          figure: <ValueCircle model={props.model} pinned={props.pinned?.model} />,
        },
        { id: 'bounds', name: 'Bounds', figure: <MarginPlots {...props} />, share: 2.6 },
      ]}
      further={[{ id: 'plane-notes', name: 'what the lines mean', content: <PlaneNotes {...props} /> }]}
    />
  )
}

/** The weight of the wanted key, its margin, and the margins between which the matter is decided. */
function Result({ model }: { model: SelectionModel }) {
  const { target, margin, sufficient, necessary } = model
  const verdict = margin >= sufficient ? 'enough' : margin < necessary ? 'too little' : 'in between'
  return (
    <>
      <span>
        <b>
          Weight of <Tex>{`\\htmlClass{role-key}{k_{${target + 1}}}`}</Tex>
        </b>{' '}
        <Value of={`weight-${target + 1}`} />
      </span>
      <span data-mark="leak">
        leak <Value of="leak" />
      </span>
      <span data-mark="plane-margin">
        margin <Tex>{'\\Delta'}</Tex> <Value of="plane-margin" />: <b>{verdict}</b>
      </span>
      <span data-mark="sufficient">
        enough from <Value of="sufficient" />
      </span>
      <span data-mark="necessary">
        needed <Value of="necessary" />
      </span>
    </>
  )
}
