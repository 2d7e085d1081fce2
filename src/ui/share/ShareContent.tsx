import { useState } from 'react'
import { limitWords } from '../../state/limit-words'
import { type Limits, NO_LIMITS } from '../../state/limits'
import { pageEntry } from '../../state/pages'
import { limitsOf, openConstruction, withLimits } from '../../state/session'
import { addressOf } from '../address'
import { useStore } from '../explorer'
import { CopyButton } from '../kit/CopyButton'
import { embedCode } from './embedCode'
import { LimitList } from './LimitList'
import { QrCode } from './QrCode'
import styles from './share.module.css'

/** The open page to be given away: what the other person may move, the link, the code for another page, and the QR code. */
export function ShareContent({ onClose }: { onClose(): void }) {
  const { get } = useStore()
  const session = get().present
  const room = openConstruction(session)
  const [limits, setLimits] = useState<Limits>(room ? limitsOf(session, room.id) : NO_LIMITS)
  const shared = room ? withLimits(session, room.id, limits) : session
  const link = addressOf(shared)
  return (
    <>
      <header className={styles['head']}>
        <h2 id="share-title">{room ? 'Share this room' : 'Share this page'}</h2>
        <span>{room ? 'as it stands now' : pageEntry(session.page).title}</span>
        <button type="button" aria-label="Close" onClick={onClose}>
          ✕
        </button>
      </header>
      <div className={styles['columns']} data-has-room={room !== undefined}>
        {room && (
          <section aria-label="What may the other person move?">
            <h3>What may the other person move?</h3>
            <LimitList session={session} limits={limits} onChange={setLimits} />
            <p role="status" className={styles['words']}>
              {limitWords(room, session.params[room.id], limits)}
            </p>
          </section>
        )}
        <section className={styles['links']} aria-label="Link">
          <h3>Link</h3>
          <Address text={link} label="Link to this state" />
          <p className={styles['buttons']}>
            <CopyButton text={link} done="Link copied">
              Copy link
            </CopyButton>
            <a className="pill" href={link} target="_blank" rel="noreferrer">
              Try it ↗<span className="visually-hidden"> (in another tab)</span>
            </a>
          </p>
          {room && (
            <EmbedCode title={room.title} link={addressOf({ ...shared, page: 'embed', embedded: room.id })} />
          )}
        </section>
        <QrCode link={link} />
      </div>
    </>
  )
}

function Address({ text, label }: { text: string; label: string }) {
  return <textarea readOnly rows={3} aria-label={label} translate="no" dir="ltr" value={text} />
}

function EmbedCode({ title, link }: { title: string; link: string }) {
  const code = embedCode(title, link)
  return (
    <>
      <h3>Within another page</h3>
      <Address text={code} label="Code for another page" />
      <p className={styles['buttons']}>
        <CopyButton text={code} done="Code copied">
          Copy code
        </CopyButton>
        <span>Figures and controls without the story; never takes the focus or scrolls.</span>
      </p>
    </>
  )
}
