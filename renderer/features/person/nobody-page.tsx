import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { EmptyNote } from '#renderer/components/empty-note.tsx'
import { Page } from '#renderer/components/page.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { TROUBLE } from '#renderer/strings/trouble.ts'

/** An address that names nobody of this year. */
export function NobodyPage({ year }: { readonly year: number }) {
  return (
    <Page name="nobody" title={TROUBLE.noPerson.title}>
      <Panel>
        <EmptyNote title={TROUBLE.noPerson.title} text={TROUBLE.noPerson.text}>
          <Button component={Link} to={`/${year}/score`}>
            {TROUBLE.noPerson.back}
          </Button>
        </EmptyNote>
      </Panel>
    </Page>
  )
}
