import { type KeyboardEvent, type PointerEvent, type ReactNode, useId, useRef, useState } from 'react'
import { initialParams } from '../constructions/params'
import { ComparisonLine, PinButton } from './Compare'
import { Controls } from './kit/Controls'
import { type Further, FurtherParts, furtherNames } from './MoreControls'
import { changedParams } from './nearestPreset'
import { ClaimCounts, PhoneFindings } from './PhoneFindings'
import styles from './PhoneParts.module.css'
import { Presets } from './Presets'
import { PrimarySliders } from './PrimarySliders'
import type { Part } from './part'
import { useOpenRoom } from './roomContext'
import { Tabbed } from './Tabbed'

interface Props {
  readonly parts: readonly Part[]
  readonly lead: string
  readonly primary: ReactNode
  readonly result: ReactNode
  readonly further: readonly Further[]
}

/** A room on a phone: the figure pinned on top, the primary slider under the thumb, all else in a sheet above it. */
export function PhoneParts({ parts, lead, primary, result, further }: Props) {
  const [isOpen, setIsOpen] = useState(false)
  const sheetId = useId()
  const close = () => setIsOpen(false)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what is open in it, wherever the focus is
    <section className={styles['phone']} aria-label="Figures and controls" onKeyDown={onKeyDown}>
      <div className={styles['pinned']}>
        <Tabbed parts={parts} lead={lead}>
          <ClaimCounts />
        </Tabbed>
        <div className={styles['result']} data-part="result">
          {result}
        </div>
        {primary && <div className={styles['acts']}>{primary}</div>}
      </div>
      <div className={styles['dock']}>
        {isOpen && <PhoneFindings />}
        {isOpen && (
          <div id={sheetId} className={styles['sheet']} role="group" aria-label="More controls">
            <Grip onClose={close} />
            <SheetContent further={further} onClose={close} />
          </div>
        )}
        <div className={styles['bar']}>
          <div className={styles['slider']} data-part="primary">
            <PrimarySliders />
          </div>
          <button
            type="button"
            className={styles['toggle']}
            aria-expanded={isOpen}
            aria-controls={isOpen ? sheetId : undefined}
            onClick={() => setIsOpen(!isOpen)}
          >
            {isOpen ? 'Less' : 'More'}
          </button>
        </div>
      </div>
    </section>
  )
}

function SheetContent({ further, onClose }: { further: readonly Further[]; onClose(): void }) {
  const { construction, params, limits, change, choose } = useOpenRoom()
  return (
    <>
      <div className={styles['heading']}>
        <h2>More controls</h2>
        <button type="button" onClick={() => change(initialParams(construction.params))}>
          Reset
        </button>
        <button type="button" onClick={onClose}>
          Done
        </button>
      </div>
      <div className={styles['content']}>
        {!limits.hidden.includes('presets') && (
          <Presets construction={construction} params={params} limits={limits} onChoose={choose} />
        )}
        <div data-rows>
          <Controls
            specs={construction.params}
            names={furtherNames(construction, limits)}
            locked={limits.locked}
            values={params}
            changed={changedParams(construction, params)}
          />
        </div>
        <FurtherParts further={further} />
        <div className={styles['compare']}>
          <PinButton />
          <ComparisonLine />
        </div>
      </div>
    </>
  )
}

/** Pixels that a finger draws the sheet down to close it. */
const FAR = 36

/** What the sheet is taken by: drawn down or pressed, it closes. */
function Grip({ onClose }: { onClose(): void }) {
  const from = useRef<number>(undefined)
  const onPointerDown = (event: PointerEvent<HTMLButtonElement>) => {
    from.current = event.clientY
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const onPointerMove = ({ clientY }: PointerEvent) => {
    if (from.current === undefined || clientY - from.current < FAR) return
    from.current = undefined
    onClose()
  }
  return (
    <button
      type="button"
      className={styles['grip']}
      aria-label="Close more controls"
      onClick={onClose}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
    />
  )
}
