import { createContext, useContext } from 'react'
import type { Host } from './connect-host.ts'

export const HostContext = createContext<Host | null>(null)

/** The host behind this page: what it can do, and the client to ask it. */
export function useHost(): Host {
  const host = useContext(HostContext)
  if (!host) throw new Error('useHost outside of HostContext')
  return host
}
