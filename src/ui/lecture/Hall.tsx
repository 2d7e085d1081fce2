import { useEffect, useState } from 'react'
import type { View } from '../../state/lecture/owner'
import { HallPage } from './HallPage'
import { HallSheet } from './HallSheet'
import styles from './hall.module.css'
import { Laser } from './Laser'

/** What the hall sees: a sentence, a figure, a formula and what moves them. */
export function Hall({ view }: { view: View }) {
  const size = useWindowSize()
  return (
    <div className={styles['hall']} data-hall>
      {!view.isBlank && <HallSheet picture={view.picture} page={<HallPage />} {...size} />}
      {view.isBlank ? <div className={styles['blank']} data-testid="blank" /> : <Laser />}
    </div>
  )
}

function useWindowSize() {
  const [size, setSize] = useState(sizeNow)
  useEffect(() => {
    const onResize = () => setSize(sizeNow)
    addEventListener('resize', onResize)
    return () => removeEventListener('resize', onResize)
  }, [])
  return size
}

const sizeNow = () => ({ width: innerWidth, height: innerHeight })
