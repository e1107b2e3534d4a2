import { Button } from '@mantine/core'
import { useContext, useMemo } from 'react'
import { Link, Outlet, useParams } from 'react-router'
import { PrintNotesContext } from '#renderer/components/panel-print.ts'
import { YearContext } from '#renderer/db/hooks/use-year-data.ts'
import { PRINT } from '#renderer/strings/print.ts'
import { SHELL } from '#renderer/strings/shell.ts'
import { TROUBLE } from '#renderer/strings/trouble.ts'
import { MessagePage } from './message-page.tsx'
import { useMadeReady } from './use-made-ready.ts'
import { Waiting } from './waiting.tsx'

type YearGateProps = { readonly pageFiles: readonly (() => Promise<unknown>)[] }

/** Shows a year's pages once the year is there; what the next page needs is made ready behind the first. */
export function YearGate({ pageFiles }: YearGateProps) {
  const state = useContext(YearContext)
  const { year = '' } = useParams()
  const [title, sample] = typeof state === 'string' ? ['', false] : [state.evaluation.title, state.row.sample]
  const notes = useMemo(() => [sample ? `${title}（${PRINT.sample}）` : title], [title, sample])
  useMadeReady(typeof state === 'string' ? null : state, pageFiles)
  if (state === 'loading') return <Waiting words={SHELL.loading} />
  if (state !== 'absent')
    return (
      <PrintNotesContext value={notes}>
        <Outlet />
      </PrintNotesContext>
    )
  return (
    <MessagePage
      title={TROUBLE.noYear.title(year)}
      text={TROUBLE.noYear.text}
      actions={
        <Button component={Link} to="/">
          {TROUBLE.noYear.home}
        </Button>
      }
    />
  )
}
