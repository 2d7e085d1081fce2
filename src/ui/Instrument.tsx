import { lazy, Suspense, useMemo } from 'react'
import type { Construction } from '../constructions/construction'
import { Compare } from './Compare'
import { Controls } from './kit/Controls'
import { LoadBoundary } from './LoadBoundary'
import { Presets } from './Presets'
import type { PanelProps } from './panel'
import styles from './Room.module.css'
import type { OpenRoom } from './useRoom'

type Panel = (props: PanelProps) => React.JSX.Element

const panels = Object.fromEntries(
  Object.entries(import.meta.glob<{ default: Panel }>('../constructions/*/*.panel.tsx')).map(
    ([path, load]) => [path.split('/').at(-2), lazy(load)],
  ),
)

/** The room's figures, each construction's own, above its controls, which follow from its declaration. */
export function Instrument({
  construction,
  params,
  model,
  quantities,
  pinned,
  onChange,
  onSettle,
  onChoose,
}: OpenRoom) {
  const Panel = panels[construction.id]!
  const marks = useMemo(() => construction.marks?.(params) ?? {}, [construction, params])
  return (
    <section className={styles['instrument']} aria-label="Figures and controls">
      <LoadBoundary what="the figures of this room">
        <Suspense fallback={<p className={styles['loading']}>Loading the figures…</p>}>
          <Panel
            params={params}
            model={model}
            quantities={quantities}
            pinned={pinned}
            onChange={onChange}
            onSettle={onSettle}
          />
        </Suspense>
      </LoadBoundary>
      <div className={styles['controls']}>
        <div className={styles['sliders']}>
          <Controls
            specs={construction.params}
            marks={marks}
            names={sliderNames(construction)}
            values={params}
            onChange={onChange}
            onSettle={onSettle}
          />
        </div>
        <Presets construction={construction} params={params} onChoose={onChoose}>
          <Compare quantities={quantities} pinned={pinned?.quantities} />
        </Presets>
      </div>
    </section>
  )
}

/** The params that have a control in the bar; tables and what a figure solves for are edited there. */
function sliderNames({ params }: Construction): string[] {
  return Object.keys(params).filter(
    (name) => params[name].kind !== 'matrix' && params[name].place !== 'figure',
  )
}
