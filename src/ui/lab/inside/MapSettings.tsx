import styles from './inside.module.css'
import type { Prompt } from './prompt'

/** Which head is looked at, and how two models are shown. */
export interface HeadPlace {
  readonly layer: number
  readonly head: number
  readonly view: 'side by side' | 'difference'
}

interface Props {
  readonly layers: number
  readonly heads: number
  readonly place: HeadPlace
  readonly kind: Prompt['kind']
  readonly hasTwo: boolean
  onPlace(place: HeadPlace): void
  onKind(kind: Prompt['kind']): void
  onNext(): void
}

/** Layer, head, the text that is read, and the view. */
export function MapSettings({ layers, heads, place, kind, hasTwo, onPlace, onKind, onNext }: Props) {
  return (
    <div className={styles['settings']}>
      <Choices
        label="Layer"
        options={numbers(layers)}
        value={place.layer}
        onChoose={(layer) => onPlace({ ...place, layer })}
      />
      <Choices
        label="Head"
        options={numbers(heads)}
        value={place.head}
        onChoose={(head) => onPlace({ ...place, head })}
      />
      {hasTwo && (
        <Choices
          label="Show"
          options={[
            ['side by side', 'side by side'],
            ['difference', 'difference'],
          ]}
          value={place.view}
          onChoose={(view) => onPlace({ ...place, view })}
        />
      )}
      <Choices
        label="Text"
        options={[
          ['paragraph', 'paragraph'],
          ['question', 'question'],
        ]}
        value={kind}
        onChoose={onKind}
      />
      {kind === 'paragraph' && (
        <button type="button" className="pill" onClick={onNext}>
          Next wording
        </button>
      )}
    </div>
  )
}

/** `1` to `count`, with what each stands for. */
export const numbers = (count: number) => Array.from({ length: count }, (_, i) => [i, String(i + 1)] as const)

interface ChoicesProps<T> {
  readonly label: string
  readonly options: readonly (readonly [value: T, label: string])[]
  readonly value: T
  onChoose(value: NoInfer<T>): void
}

export function Choices<T extends string | number>({ label, options, value, onChoose }: ChoicesProps<T>) {
  return (
    <div className={styles['choices']} role="group" aria-label={label}>
      <span>{label}</span>
      {options.map(([option, text]) => (
        <button key={option} type="button" aria-pressed={option === value} onClick={() => onChoose(option)}>
          {text}
        </button>
      ))}
    </div>
  )
}
