import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './ui/App'
import { ExplorerProvider } from './ui/explorer'
import './ui/theme.css'

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <ExplorerProvider>
      <App />
    </ExplorerProvider>
  </StrictMode>,
)
