import type { askCourse } from '../../../workers/course-jobs'
import inside from '../inside/inside.module.css'
import { probabilityText } from '../probabilityText'
import { useAnswered } from './pageCourse'

/** What a person's own model answers about a name, token by token, and whether that is the truth. */
export function CourseAnswer({ name }: { readonly name: string }) {
  const { result, failed, isLate } = useAnswered<typeof askCourse>('lab/course/ask', { name })
  if (failed) return <p className="role-fails">{failed}</p>
  if (!result) return <p role="status">The model is being asked …</p>
  if ('refused' in result)
    return (
      <p role="alert" className="role-fails">
        {result.refused}
      </p>
    )
  const { text, probability, steps, truth } = result
  const verdict = truth === undefined ? '' : text === truth ? '✓ right, ' : `✗ truth: ${truth}, `
  return (
    <section className={inside['answer']} aria-label="Answer of your model" aria-busy={isLate}>
      <h2>
        <span>{`Your model says ${text || 'nothing'}`}</span>{' '}
        <span className={text === truth ? 'role-holds' : truth === undefined ? '' : 'role-fails'}>
          {`${verdict}${probabilityText(probability)}`}
        </span>
      </h2>
      <ol>
        {steps.map(({ token, probability: share, others }, i) => (
          // Tokens repeat; their place names them.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={i}>
            <span className={inside['piece']}>{token}</span>
            <meter min={0} max={1} value={share} aria-label={`probability ${probabilityText(share)}`} />
            <span>{probabilityText(share)}</span>
            <span className={inside['others']}>
              {others
                .filter((other) => other.probability >= 0.01)
                .map((other) => `${other.token} ${probabilityText(other.probability)}`)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
