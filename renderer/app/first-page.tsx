import { Navigate } from 'react-router'
import { useYears } from '#renderer/db/hooks/use-years.ts'
import { FirstRunPage } from '#renderer/features/years/first-run-page.tsx'
import { SHELL } from '#renderer/strings/shell.ts'
import { Waiting } from './waiting.tsx'

/** The latest year, or how to begin where there is none. */
export function FirstPage() {
  const years = useYears()
  if (years === null) return <Waiting words={SHELL.loading} />
  const [latest] = years
  return latest ? <Navigate to={`/${latest.year}`} replace /> : <FirstRunPage />
}
