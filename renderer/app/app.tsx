import { MantineProvider } from '@mantine/core'
import { useState } from 'react'
import { RouterProvider } from 'react-router/dom'
import { DatabaseContext } from '#renderer/db/hooks/use-database.ts'
import { openDatabase } from '#renderer/db/schema/database.ts'
import { HostContext } from '#renderer/host/use-host.ts'
import { SHELL } from '#renderer/strings/shell.ts'
import { CrashBoundary } from './crash-boundary.tsx'
import { KeptSafe } from './kept-safe.tsx'
import { NoHostPage } from './no-host-page.tsx'
import { Notices } from './notices.tsx'
import { createRouter } from './router.tsx'
import { cssVariables, theme } from './theme.ts'
import { useConnection } from './use-connection.ts'
import { Waiting } from './waiting.tsx'

/** Providers from the outside in: look, database, host, pages. */
export function App() {
  const [database] = useState(() => openDatabase())
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <Notices />
      <DatabaseContext value={database}>
        <CrashBoundary>
          <Connected />
        </CrashBoundary>
      </DatabaseContext>
    </MantineProvider>
  )
}

function Connected() {
  const { host, retry } = useConnection()
  if (host === 'connecting') return <Waiting words={SHELL.connecting} />
  if (typeof host === 'string') return <NoHostPage reason={host} onRetry={retry} />
  return (
    <HostContext value={host}>
      <KeptSafe>
        <Pages />
      </KeptSafe>
    </HostContext>
  )
}

/** The router reads the address when it is made: only once connecting has taken the token out of it. */
function Pages() {
  const [router] = useState(createRouter)
  return <RouterProvider router={router} />
}
