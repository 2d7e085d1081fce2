import { createRoot } from 'react-dom/client'
import '../ui/theme.css'
import { Gallery } from './Gallery'

createRoot(document.getElementById('root')!).render(<Gallery />)
