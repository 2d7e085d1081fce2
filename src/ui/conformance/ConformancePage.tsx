import { useState } from 'react'
import { constructionOf, constructions } from '../../constructions'
import { number } from '../../tex/format'
import { ClaimTable } from './ClaimTable'
import styles from './conformance.module.css'
import { QuantityTable } from './QuantityTable'
import { type ConformanceReport, failuresOf, type RoomReport } from './report'
import results from './results.json'

const report = results as unknown as ConformanceReport

/** Every number against sixty digits, every claim with its verdicts: what the last run of the comparison found. */
export default function ConformancePage() {
  const [room, setRoom] = useState<string>()
  const failures = report.rooms.flatMap(failuresOf)
  return (
    <main className={styles['page']} id="room">
      <h1 tabIndex={-1}>Conformance</h1>
      <p className={styles['summary']}>
        {summaryOf(report)} Version {report.version}, {report.date}.
      </p>
      <p>
        Another program computes every quantity of every room to sixty digits, from the mathematics and not
        from this program’s code: over a grid and at the extremes, Q in ±1000, β to 100, a million keys,
        variances to 1e−8. An error is relative to the number or, where terms cancel in it, to the largest of
        them; of drawn keys, per unit of their scores. Logarithms of numbers below 1e−308 are compared as
        well.
      </p>
      {failures.length === 0 ? (
        <p className={styles['passed']}>✓ No failures.</p>
      ) : (
        <section className={styles['failed']} aria-label="Failures">
          <p>✗ {failures.length === 1 ? '1 failure' : `${failures.length} failures`}:</p>
          <ul>
            {failures.map((failure) => (
              <li key={failure}>{failure}</li>
            ))}
          </ul>
        </section>
      )}
      <RoomFilter chosen={room} onChoose={setRoom} />
      {report.rooms.map(
        (part) => (room === undefined || part.room === room) && <Part key={part.room} part={part} />,
      )}
    </main>
  )
}

function summaryOf({ rooms }: ConformanceReport): string {
  const rows = rooms.flatMap(({ quantities }) => quantities)
  const numbers = rows.reduce((sum, { count }) => sum + count, 0)
  const claims = rooms.reduce((sum, part) => sum + part.claims.length, 0)
  const largest = Math.max(...rows.map((row) => row.largest))
  return `${number(numbers)} numbers compared, largest error ${number(largest, undefined, 2)}; ${claims} claims judged.`
}

function RoomFilter({ chosen, onChoose }: { chosen: string | undefined; onChoose(room?: string): void }) {
  const choices = [
    { id: undefined, name: 'All rooms' },
    ...constructions.map(({ id, source }) => ({ id, name: source })),
  ]
  return (
    <div className={styles['filter']} role="group" aria-label="Rooms shown">
      {choices.map(({ id, name }) => (
        <button
          key={name}
          type="button"
          className="pill"
          aria-pressed={chosen === id}
          onClick={() => onChoose(id)}
        >
          {name}
        </button>
      ))}
    </div>
  )
}

function Part({ part }: { part: RoomReport }) {
  const room = constructionOf(part.room)
  if (!room) return null
  return (
    <section aria-label={`${room.source} ${room.title}`}>
      <h2>
        {room.source} {room.title}
      </h2>
      <QuantityTable room={room} rows={part.quantities} states={part.states} />
      <ClaimTable source={room.source} rows={part.claims} judged={part.judged} />
    </section>
  )
}
