import { useState } from 'react'
import type { lookCourse } from '../../../workers/course-jobs'
import inside from '../inside/inside.module.css'
import { MapGrid } from '../inside/MapGrid'
import { Choices, numbers } from '../inside/MapSettings'
import { RowBars } from '../inside/RowBars'
import styles from '../lab.module.css'
import { useAnswered } from './pageCourse'

interface Props {
  readonly name: string
  readonly layers: number
  readonly heads: number
}

/** Where one head of a person's own model looks while it is asked about a name. */
export function CourseMap({ name, layers, heads }: Props) {
  const [layer, setLayer] = useState(0)
  const [head, setHead] = useState(0)
  const [locked, setLocked] = useState<number>()
  const [preview, setPreview] = useState<number>()
  const place = { name, layer: Math.min(layer, layers - 1), head: Math.min(head, heads - 1) }
  const { result, failed } = useAnswered<typeof lookCourse>('lab/course/look', place)
  return (
    <section className={styles['card']} aria-label="Attention of your model">
      <h2>Where a head looks while it is asked</h2>
      <div className={inside['settings']}>
        <Choices label="Layer" options={numbers(layers)} value={place.layer} onChoose={setLayer} />
        <Choices label="Head" options={numbers(heads)} value={place.head} onChoose={setHead} />
      </div>
      {failed && <p className="role-fails">{failed}</p>}
      {result && 'refused' in result && <p className="role-fails">{result.refused}</p>}
      {result && 'tokens' in result && (
        <Head
          {...result}
          row={Math.min(result.tokens.length - 1, preview ?? locked ?? result.tokens.length - 1)}
          onPreview={setPreview}
          onLock={setLocked}
        />
      )}
    </section>
  )
}

interface HeadProps {
  readonly tokens: readonly string[]
  readonly weights: readonly (readonly number[])[]
  readonly scores: readonly (readonly number[])[]
  readonly own: readonly number[]
  readonly row: number
  onPreview(row: number | undefined): void
  onLock(row: number): void
}

function Head({ tokens, weights, scores, own, row, onPreview, onLock }: HeadProps) {
  return (
    <>
      <p className={inside['locked']}>{`Row ${row + 1}, “${tokens[row]}”.`}</p>
      <MapGrid
        label="Attention of your model"
        tokens={tokens}
        values={weights}
        inks={tokens.map((_, i) => (own.includes(i) ? 'key' : undefined))}
        row={row}
        edited={undefined}
        onPreview={onPreview}
        onLock={onLock}
      />
      <RowBars
        title="The same row as in 1(a)"
        tokens={tokens}
        scores={scores[row]}
        weights={weights[row]}
        wanted={own.filter((j) => j <= row)}
      />
    </>
  )
}
