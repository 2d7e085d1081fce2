import { useCallback, useEffect } from 'react'
import { chunk } from './chunk'
import { useSetNotices, useStore } from './explorer'

/** Comes with what reads exported figures. */
const reader = chunk(() => import('./export/reopen'))

/** Opens what an exported figure shows, and says what of it could not be taken. */
export function useOpenFigure(): (file: File) => Promise<void> {
  const { get, dispatch } = useStore()
  const setNotices = useSetNotices()
  return useCallback(
    async (file: File) => {
      const read = await reader.fetch().catch(() => undefined)
      if (!read) {
        setNotices([refused('This file could not be opened: see whether you are online.')])
        return
      }
      const linked = await read.sessionOfFigure(file, get().present)
      if (linked.ok) dispatch({ type: 'go', session: linked.session })
      setNotices(linked.ok ? linked.notices : [refused(linked.message)])
    },
    [get, dispatch, setNotices],
  )
}

const refused = (message: string) => ({ field: 'link', outcome: 'refused', message }) as const

/** A figure that is dropped on the page, beside a field for files, opens what it shows. */
export function useDroppedFigures(): void {
  const open = useOpenFigure()
  useEffect(() => {
    const onDrop = ({ target, dataTransfer }: DragEvent) => {
      const [file] = dataTransfer?.files ?? []
      if (file && !(target instanceof HTMLInputElement && target.type === 'file')) void open(file)
    }
    addEventListener('drop', onDrop)
    return () => removeEventListener('drop', onDrop)
  }, [open])
}
