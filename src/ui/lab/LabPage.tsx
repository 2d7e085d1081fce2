import { useCallback } from 'react'
import type { LabParams, LabState, LabTab } from '../../state/lab-settings'
import { useFromSession, useStore } from '../explorer'
import { CauseTab } from './cause/CauseTab'
import { InsideTab } from './inside/InsideTab'
import styles from './lab.module.css'
import { Part3Tab } from './part3/Part3Tab'
import { TrainTab } from './train/TrainTab'

const TABS = [
  { id: 'train', label: 'Train', subtitle: 'models trained in this page' },
  { id: 'inside', label: 'Look inside', subtitle: 'one question, token by token' },
  { id: 'part3', label: 'Part 3', subtitle: 'the notes’ answers, put to the test' },
  { id: 'cause', label: 'The cause', subtitle: 'what makes the gap, and what does not' },
] as const satisfies readonly { readonly id: LabTab; readonly label: string; readonly subtitle: string }[]

/** Parts 2 and 3 of the notes, computed: what pretraining stores, and what attention has to do with it. */
export default function LabPage() {
  const { tab, params } = useFromSession(({ lab }) => lab)
  const { get, dispatch } = useStore()
  const change = useCallback(
    (changes: Partial<LabState>) => dispatch({ type: 'lab', lab: { ...get().present.lab, ...changes } }),
    [dispatch, get],
  )
  // The same function at every render: controls draw only what has changed.
  const changeParams = useCallback(
    (changes: Partial<LabParams>) => change({ params: { ...get().present.lab.params, ...changes } }),
    [change, get],
  )
  const head = <Head tab={tab} onTab={(next) => change({ tab: next })} />
  return (
    <main className={styles['lab']} id="room">
      {tab === 'train' && <TrainTab params={params} onChange={changeParams} head={head} />}
      {tab === 'inside' && <InsideTab head={head} />}
      {tab === 'part3' && <Part3Tab head={head} />}
      {tab === 'cause' && <CauseTab head={head} />}
    </main>
  )
}

function Head({ tab, onTab }: { readonly tab: LabTab; onTab(tab: LabTab): void }) {
  const open = TABS.find(({ id }) => id === tab)!
  return (
    <header>
      <h1 tabIndex={-1}>What pretraining stores</h1>
      <p className={styles['source']}>{`Parts 2 and 3 · ${open.subtitle}`}</p>
      <div className={styles['tabs']} role="group" aria-label="Parts of the lab">
        {TABS.map(({ id, label }) => (
          <button key={id} type="button" aria-pressed={id === tab} onClick={() => onTab(id)}>
            {label}
          </button>
        ))}
      </div>
    </header>
  )
}
