import { useRef } from 'react'
import { download } from '../download'
import { matrixOf, qrPath, qrSvg } from './qr'
import styles from './share.module.css'

/** The link as a QR code, drawn on this device. */
export function QrCode({ link }: { link: string }) {
  const code = useRef<HTMLDivElement>(null)
  const matrix = matrixOf(link)
  if (!matrix)
    return (
      <section aria-label="QR code">
        <h3>QR code</h3>
        <p>This link is too long for a QR code. Give the link itself.</p>
      </section>
    )
  const save = () => download({ name: 'link.svg', type: 'image/svg+xml', content: qrSvg(matrix) })
  return (
    <section className={styles['qr']} aria-label="QR code">
      <h3>QR code</h3>
      <div ref={code} className={styles['code']}>
        <svg viewBox={`0 0 ${matrix.length} ${matrix.length}`} role="img" aria-label="QR code of the link">
          <path d={qrPath(matrix)} />
        </svg>
      </div>
      <p>Drawn on this device.</p>
      <button type="button" className="pill" onClick={() => void code.current?.requestFullscreen()}>
        Full screen
      </button>
      <button type="button" className="pill" onClick={save}>
        Save as SVG
      </button>
    </section>
  )
}
