import { useState } from 'react'
import { useTheme } from '../ui/explorer'
import { AdjustContext } from '../ui/kit/adjust'
import { ExplanationProvider } from '../ui/kit/Explanation'
import { ROOM, STILL } from './fixtures'
import styles from './gallery.module.css'
import { KIT } from './kit'
import { MARKS, type Specimen } from './marks'

const THEMES = ['light', 'dark', 'projector']

/** Every mark and every shared component from fixed values, in any theme: for those who work on them. */
export function Gallery() {
  const [theme, setTheme] = useState(THEMES[0])
  useTheme(theme)
  return (
    <AdjustContext value={STILL}>
      <ExplanationProvider quantities={ROOM.quantities}>
        <main className={styles['gallery']}>
          <h1>Gallery</h1>
          <p className={styles['themes']}>
            {THEMES.map((name) => (
              <button
                key={name}
                type="button"
                className="pill"
                aria-pressed={name === theme}
                onClick={() => setTheme(name)}
              >
                {name}
              </button>
            ))}
          </p>
          <Shelf title="Marks" specimens={MARKS} />
          <Shelf title="Kit" specimens={KIT} />
        </main>
      </ExplanationProvider>
    </AdjustContext>
  )
}

function Shelf({ title, specimens }: { title: string; specimens: readonly Specimen[] }) {
  return (
    <section className={styles['shelf']} aria-label={title}>
      <h2>{title}</h2>
      {specimens.map(({ name, element }) => (
        <article key={name} className={styles['specimen']} aria-label={name}>
          <h3>{name}</h3>
          {element}
        </article>
      ))}
    </section>
  )
}
