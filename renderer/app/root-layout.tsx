import { useMatch } from 'react-router'
import { useYearState, YearContext } from '#renderer/db/hooks/use-year-data.ts'
import { ImportProvider } from '#renderer/features/years/import-provider.tsx'
import { Shell } from './shell/shell.tsx'

/** What every page shares: the year of the address, the way to import, the frame. */
export function RootLayout() {
  const match = useMatch('/:year/*')
  const year = /^\d{4}$/.test(match?.params.year ?? '') ? Number(match?.params.year) : null
  const state = useYearState(year)
  return (
    <YearContext value={state}>
      <ImportProvider>
        <Shell />
      </ImportProvider>
    </YearContext>
  )
}
