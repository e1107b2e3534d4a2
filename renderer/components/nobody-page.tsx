import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { NOBODY } from '#renderer/strings/nobody.ts'
import { EmptyNote } from './empty-note.tsx'
import { Page } from './page.tsx'
import { Panel } from './panel.tsx'

type NobodyPageProps = {
  readonly name: string
  readonly title: string
  /** What can be done here once there is somebody. */
  readonly text: string
  readonly year: number
}

/** A step before anybody is there: what it is for, and the way to begin. */
export function NobodyPage({ name, title, text, year }: NobodyPageProps) {
  return (
    <Page name={name} title={title}>
      <Panel>
        <EmptyNote title={NOBODY.title} text={text}>
          <Button component={Link} to={`/${year}/roster`}>
            {NOBODY.toRoster}
          </Button>
        </EmptyNote>
      </Panel>
    </Page>
  )
}
