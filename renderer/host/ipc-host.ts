import type { HostClient } from '#shared/contract/contract.ts'

declare global {
  interface Window {
    /** Electron's preload puts it there: the contract and nothing else. */
    readonly host?: HostClient
  }
}

/** The contract over IPC (Electron): the preload's object as it stands; null where there is none. */
export function ipcHost(): HostClient | null {
  return (window.host ?? null) satisfies HostClient | null
}
