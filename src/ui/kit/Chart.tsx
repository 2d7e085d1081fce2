import type { CSSProperties, ReactNode, Ref } from 'react'
import { colourOf } from '../plot/inks'
import './chart.css'

interface Props {
  /** What is drawn, in words, for those who cannot see it. */
  readonly label: string
  /** In figure units: the size of `element`, see {@link useSize}. */
  readonly width: number
  readonly height: number
  readonly element: Ref<HTMLDivElement>
  /** The height where nothing else decides it; in a slot of the instrument the slot does. */
  readonly usual?: number
  /** `img` where nothing in it can be reached by keys. */
  readonly role?: 'group' | 'img'
  readonly className?: string | undefined
  /** What is painted below the drawing. */
  readonly below?: ReactNode
  readonly children: ReactNode
}

/**
 * A drawing of lines and short texts, as large as the style sheet makes its place. It is left as it is when the page is
 * translated: browsers put HTML elements in the place of texts then, which a drawing does not show.
 */
export function Chart({
  label,
  width,
  height,
  usual,
  element,
  role = 'group',
  className = '',
  below,
  children,
}: Props) {
  return (
    <div
      ref={element}
      className={`chart-place ${className}`}
      style={usual === undefined ? undefined : ({ '--usual': usual } as CSSProperties)}
      translate="no"
    >
      {below}
      <svg
        className="chart"
        viewBox={`0 0 ${width} ${height}`}
        role={role}
        aria-label={label}
        fontFamily="var(--sans)"
        fontSize={12}
        fill={colourOf('ink')}
      >
        {children}
      </svg>
    </div>
  )
}
