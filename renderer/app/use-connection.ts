import { useCallback, useEffect, useState } from 'react'
import { connectHost, type Host, type NoHost } from '#renderer/host/connect-host.ts'

type Connection = { readonly host: Host | NoHost | 'connecting'; readonly retry: () => void }

/** Connects to the host once, and again when asked. */
export function useConnection(): Connection {
  const [host, setHost] = useState<Connection['host']>('connecting')
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is the reason to connect again
  useEffect(() => {
    let current = true
    connectHost().then(connected => {
      if (current) setHost(connected)
    })
    return () => {
      current = false
    }
  }, [attempt])
  const retry = useCallback(() => {
    setHost('connecting')
    setAttempt(count => count + 1)
  }, [])
  return { host, retry }
}
