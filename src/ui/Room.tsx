import { lazy, Suspense, useDeferredValue, useMemo } from 'react'
import type { Construction } from '../constructions/construction'
import { initialParams } from '../constructions/params'
import { openConstruction, openParams, type Params } from '../state/session'
import { useExplorer } from './explorer'
import { AdjustContext } from './kit/adjust'
import { ClaimCard } from './kit/ClaimCard'
import { Controls } from './kit/Controls'
import { Derivation } from './kit/Derivation'
import { ExplanationProvider } from './kit/Explanation'
import { Prose } from './kit/Prose'
import { Presets } from './Presets'
import type { PanelProps } from './panel'
import styles from './Room.module.css'
import { useAdjustments } from './useAdjustments'

type Panel = (props: PanelProps) => React.JSX.Element

const panels = Object.fromEntries(
  Object.entries(import.meta.glob<{ default: Panel }>('../constructions/*/*.panel.tsx')).map(
    ([path, load]) => [path.split('/').at(-2), lazy(load)],
  ),
)

/** The open construction: its story on one side, its instrument on the other. */
export function Room() {
  const { session, dispatch } = useExplorer()
  const construction = openConstruction(session)
  const params = openParams(session)
  const model = useMemo(() => construction.model(params), [construction, params])
  const quantities = useMemo(() => construction.quantities(params, model), [construction, params, model])
  const onChange = (changes: Partial<Params>, intent: string) => dispatch({ type: 'change', changes, intent })
  const onSettle = () => dispatch({ type: 'settle' })
  const adjust = useAdjustments(construction, params, onChange, onSettle)
  const Panel = panels[construction.id]!
  return (
    <AdjustContext value={adjust}>
      <ExplanationProvider quantities={quantities}>
        <main className={styles['room']} id="room" key={construction.id}>
          <header className={styles['head']}>
            <h1 tabIndex={-1}>{construction.title}</h1>
            <p className={styles['source']}>
              Part {construction.source} · <Prose>{construction.setting(params)}</Prose>
            </p>
            <p className={styles['question']}>
              <Prose>{construction.question}</Prose>
            </p>
          </header>
          <section className={styles['instrument']} aria-label="Figures and controls">
            <Suspense fallback={<p className={styles['loading']}>Loading the figures…</p>}>
              <Panel
                params={params}
                model={model}
                quantities={quantities}
                onChange={onChange}
                onSettle={onSettle}
              />
            </Suspense>
            <div className={styles['controls']}>
              <div className={styles['sliders']}>
                <Controls
                  specs={construction.params}
                  names={sliderNames(construction)}
                  values={params}
                  onChange={onChange}
                  onSettle={onSettle}
                />
              </div>
              <Presets
                construction={construction}
                params={params}
                onChoose={(preset) => onChange({ ...initialParams(construction.params), ...preset }, '')}
              />
            </div>
          </section>
          <Story
            construction={construction}
            params={params}
            model={model}
            onShow={(changes) => onChange({ ...initialParams(construction.params), ...changes }, '')}
          />
        </main>
      </ExplanationProvider>
    </AdjustContext>
  )
}

/** The params that have a slider in the control bar; tables and what a figure solves for are edited there. */
function sliderNames({ params }: Construction): string[] {
  return Object.keys(params).filter(
    (name) => params[name]!.kind !== 'matrix' && params[name]!.place !== 'figure',
  )
}

interface StoryProps {
  readonly construction: Construction
  readonly params: Params
  readonly model: unknown
  onShow(changes: Partial<Params>): void
}

/** Derivation and claims. Typesetting is slower than a drag, so it follows when there is time. */
function Story({ construction, params, model, onShow }: StoryProps) {
  const now = useMemo(() => ({ params, model }), [params, model])
  const shown = useDeferredValue(now)
  const steps = useMemo(() => construction.derivation(shown.params, shown.model), [construction, shown])
  return (
    <div className={styles['story']}>
      <section aria-label="Derivation">
        <Derivation steps={steps} />
      </section>
      <section className={styles['claims']} aria-label="Claims and verdicts">
        {construction.claims.map((claim) => (
          <ClaimCard key={claim.id} claim={claim} params={shown.params} model={shown.model} onShow={onShow} />
        ))}
      </section>
    </div>
  )
}
