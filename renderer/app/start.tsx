import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { startAgainOnToken } from '#renderer/host/connect-host.ts'
import { App } from './app.tsx'

/** Puts the app on the page. */
export function start(): void {
  startAgainOnToken()
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html has no #root')
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
