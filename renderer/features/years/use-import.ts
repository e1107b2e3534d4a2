import { createContext, useContext } from 'react'

export type Import = {
  /** Reads a file, asks where a year would be replaced, keeps it and opens it. Never throws; every outcome is shown. */
  readonly importFile: (file: File) => Promise<void>
  readonly importSample: () => Promise<void>
  /** Opens the system's file dialog. */
  readonly chooseFile: () => void
  /** Asks what the new year begins from. */
  readonly newYear: () => void
  readonly reading: boolean
}

export const ImportContext = createContext<Import | null>(null)

export function useImport(): Import {
  const value = useContext(ImportContext)
  if (!value) throw new Error('useImport outside of ImportProvider')
  return value
}
