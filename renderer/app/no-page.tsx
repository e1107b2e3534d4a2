import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { TROUBLE } from '#renderer/strings/trouble.ts'
import { MessagePage } from './message-page.tsx'

export function NoPage() {
  return (
    <MessagePage
      title={TROUBLE.noPage.title}
      text={TROUBLE.noPage.text}
      actions={
        <Button component={Link} to="/">
          {TROUBLE.noYear.home}
        </Button>
      }
    />
  )
}
