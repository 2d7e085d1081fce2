import { type CSSProperties, type ReactNode, use } from 'react'
import { isSingle, useArrangement } from './arrangement'
import { ClaimsStrip } from './ClaimsStrip'
import { ComparisonLine, PinButton } from './Compare'
import { HallParts, OnScreenContext } from './hallParts'
import { FigureToolsContext } from './kit/Figure'
import { useLater } from './kit/useLater'
import { type Further, MoreControls } from './MoreControls'
import styles from './Parts.module.css'
import { PhoneParts } from './PhoneParts'
import { Presets } from './Presets'
import { PrimarySliders } from './PrimarySliders'
import type { Part } from './part'
import { useOpenRoom } from './roomContext'
import { Tabbed } from './Tabbed'

interface Props {
  /** What the primary control moves. */
  readonly main: readonly Part[]
  /** Id of the one of them that is shown where there is room for one; the first by default. */
  readonly lead?: string
  /** How much of the height the main figures and their controls get, against 1 of the secondary figures. */
  readonly mainShare?: number
  /** What is moved beside the sliders of the construction's primary params. */
  readonly primary?: ReactNode
  /** What has come of it, in one line. */
  readonly result: ReactNode
  readonly secondary: readonly Part[]
  readonly further?: readonly Further[]
}

const NONE: readonly Further[] = []
const NO_PARTS: readonly Part[] = []

/** A room's figures and controls in their places: main figure, primary control, result, then what else there is. */
export function Parts({
  main,
  lead = main[0].id,
  mainShare = 1.75,
  primary,
  result,
  secondary,
  further = NONE,
}: Props) {
  const arrangement = useArrangement()
  const onScreen = use(OnScreenContext)
  const room = useOpenRoom()
  const { construction, params, limits, choose } = room
  const isOne = isSingle(arrangement)
  const isLater = useLater()
  const parts = [...main, ...secondary]
  const moved = (
    <>
      <PrimarySliders />
      {primary}
    </>
  )
  if (onScreen) {
    const wanted = onScreen.screen.figure ?? lead
    const shown = parts.find(({ id }) => id === wanted) ?? main[0]
    return <HallParts {...onScreen} figure={shown.figure} primary={moved} result={result} />
  }
  if (arrangement === 'phone')
    return <PhoneParts parts={parts} lead={lead} primary={primary} result={result} further={further} />
  return (
    <section
      className={styles['instrument']}
      aria-label="Figures and controls"
      aria-busy={!isLater}
      style={{ '--main-share': `${mainShare}fr` } as CSSProperties}
    >
      <div className={styles['card']}>
        {isOne ? (
          <FigureToolsContext value={<PinButton />}>
            <Tabbed parts={parts} lead={lead} />
          </FigureToolsContext>
        ) : (
          <MainFigures parts={main} />
        )}
        <ComparisonLine />
        <div className={styles['primary']} data-part="primary">
          {moved}
        </div>
        <div className={styles['result']} data-part="result">
          {result}
        </div>
        {!limits.hidden.includes('presets') && (
          <Presets construction={construction} params={params} limits={limits} onChoose={choose} />
        )}
        <MoreControls further={further} />
      </div>
      {!isOne && (
        <Secondary
          parts={isLater ? secondary : NO_PARTS}
          isTabbed={arrangement === 'slim' && secondary.length > 1}
        />
      )}
      {!limits.hidden.includes('story') && <ClaimsStrip {...room} />}
    </section>
  )
}

/** The button that pins a state stands at the heading of the last figure. */
function MainFigures({ parts }: { parts: readonly Part[] }) {
  return (
    <div className={styles['main']} data-part="main">
      <Row parts={parts.slice(0, -1)} />
      <FigureToolsContext value={<PinButton />}>
        <Row parts={parts.slice(-1)} />
      </FigureToolsContext>
    </div>
  )
}

/** Side by side, or one at a time where they would be too narrow to read. */
function Secondary({ parts, isTabbed }: { parts: readonly Part[]; isTabbed: boolean }) {
  const [first] = parts
  if (isTabbed && first)
    return (
      <div className={styles['card']}>
        <Tabbed parts={parts} lead={first.id} place="secondary" />
      </div>
    )
  return (
    <div className={styles['secondary']}>
      <Row parts={parts} />
    </div>
  )
}

function Row({ parts }: { parts: readonly Part[] }) {
  return parts.map(({ id, figure, share = 1 }) => (
    <div key={id} className={styles['part']} style={{ flexGrow: share }}>
      {figure}
    </div>
  ))
}
