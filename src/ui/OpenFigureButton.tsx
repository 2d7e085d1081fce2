import { FileButton } from './kit/FileButton'
import { useOpenFigure } from './openFigure'

/** Opens what an exported figure shows, for those who do not drop it on the page. */
export function OpenFigureButton() {
  const open = useOpenFigure()
  return (
    <FileButton label="File of an exported figure" accept=".svg,.png" onFiles={([file]) => void open(file)}>
      Open an exported figure …
    </FileButton>
  )
}
