import { useCallback } from 'react'
import { Chunked } from './Chunked'
import { chunk } from './chunk'
import styles from './ShareSheet.module.css'
import { isSharing } from './sharing'
import { useFromStore } from './useFromStore'

/** Comes with the drawing of QR codes. */
const content = chunk(() => import('./share/ShareContent'))

/** The sheet that gives the open page away, while it is asked for. */
export function ShareSheet() {
  const isOpen = useFromStore(isSharing, (state) => state)
  const show = useCallback((dialog: HTMLDialogElement | null) => dialog?.showModal(), [])
  if (!isOpen) return null
  const close = () => isSharing.dispatch(false)
  return (
    <dialog ref={show} className={styles['sheet']} aria-labelledby="share-title" onClose={close}>
      <Chunked chunk={content} what="the ways to share">
        {({ ShareContent }) => <ShareContent onClose={close} />}
      </Chunked>
    </dialog>
  )
}
