import { PLACES } from '../../state/page'
import { pageEntry } from '../../state/pages'
import { PageLink } from '../PageLink'
import styles from './home.module.css'

/** The pages beside the rooms: one door each, as the table of pages names them. */
export function Doors() {
  return (
    <nav className={styles['doors']} aria-label="Beside the rooms">
      {PLACES.map((place) => {
        const { door } = pageEntry(place)
        return (
          door && (
            <PageLink key={place} to={place} className={styles['door']}>
              <strong>{door.heading}</strong>
              <span>{door.words}</span>
              <span aria-hidden="true" className={styles['arrow']}>
                →
              </span>
            </PageLink>
          )
        )
      })}
    </nav>
  )
}
