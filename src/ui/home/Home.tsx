import { useFromSession } from '../explorer'
import { PageLink } from '../PageLink'
import { SheetButton } from '../Sheet'
import { Doors } from './Doors'
import { GoOn } from './GoOn'
import styles from './home.module.css'
import { Path } from './Path'
import { Hero, heroRoom } from './pictures'

/** The front door: what this is, the way through the rooms, and the other pages. */
export default function Home() {
  const params = useFromSession((session) => session.params[heroRoom])
  return (
    <main className={styles['home']} id="room">
      <GoOn />
      <div className={styles['opening']}>
        <header className={styles['welcome']}>
          <h1 tabIndex={-1}>Move the numbers that steer attention</h1>
          <p className={styles['lead']}>
            Six short rooms turn the attention questions of CS&nbsp;224N’s assignment&nbsp;5 into pictures you
            can move. Every formula carries its numbers, every statement of the solution notes is put to the
            test, and your own answer is checked.
          </p>
          <p className={styles['audience']}>
            For students with the assignment open, for those who teach it, and for anyone who has met softmax
            once.
          </p>
        </header>
        <Hero params={params} />
      </div>
      <Path />
      <Doors />
      <footer className={styles['closing']}>
        <p>
          Nothing you type leaves this page, and it works offline. An independent companion, not a page of the
          course; “the notes” are published solution notes.
        </p>
        <PageLink to="conformance">How exact are the numbers?</PageLink>
        <SheetButton of="editions">Which edition do you have?</SheetButton>
      </footer>
    </main>
  )
}
