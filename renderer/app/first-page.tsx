import { lazy, Suspense } from 'react'
import { Navigate } from 'react-router'
import { useYears } from '#renderer/db/hooks/use-years.ts'
import { SHELL } from '#renderer/strings/shell.ts'
import { Waiting } from './waiting.tsx'

// Most starts have a year and never show it.
const FirstRunPage = lazy(async () => ({
  default: (await import('#renderer/features/years/first-run-page.tsx')).FirstRunPage,
}))
const TakeOverRow = lazy(async () => ({
  default: (await import('#renderer/features/ballot/take-over-row.tsx')).TakeOverRow,
}))

/** The latest year, or how to begin where there is none. */
export function FirstPage() {
  const years = useYears()
  if (years === null) return <Waiting words={SHELL.loading} />
  const [latest] = years
  if (latest) return <Navigate to={`/${latest.year}`} replace />
  return (
    <Suspense fallback={<Waiting words={SHELL.loading} />}>
      <FirstRunPage takeOver={<TakeOverRow />} />
    </Suspense>
  )
}
