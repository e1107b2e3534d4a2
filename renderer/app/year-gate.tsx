import { Button } from '@mantine/core'
import { useContext } from 'react'
import { Link, Outlet, useParams } from 'react-router'
import { YearContext } from '#renderer/db/hooks/use-year-data.ts'
import { SHELL } from '#renderer/strings/shell.ts'
import { TROUBLE } from '#renderer/strings/trouble.ts'
import { MessagePage } from './message-page.tsx'
import { Waiting } from './waiting.tsx'

/** Shows a year's pages once the year is there. */
export function YearGate() {
  const state = useContext(YearContext)
  const { year = '' } = useParams()
  if (state === 'loading') return <Waiting words={SHELL.loading} />
  if (state !== 'absent') return <Outlet />
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
