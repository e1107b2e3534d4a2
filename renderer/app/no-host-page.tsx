import { Button, Code } from '@mantine/core'
import type { NoHost } from '#renderer/host/connect-host.ts'
import { TROUBLE } from '#renderer/strings/trouble.ts'
import { MessagePage } from './message-page.tsx'

type NoHostPageProps = { readonly reason: NoHost; readonly onRetry: () => void }

export function NoHostPage({ reason, onRetry }: NoHostPageProps) {
  if (reason === 'no-token')
    return (
      <MessagePage title={TROUBLE.noToken.title} text={TROUBLE.noToken.text}>
        <Code fz="sm">{TROUBLE.noToken.hint}</Code>
      </MessagePage>
    )
  return (
    <MessagePage
      title={TROUBLE.noAnswer.title}
      text={TROUBLE.noAnswer.text}
      actions={<Button onClick={onRetry}>{TROUBLE.noAnswer.retry}</Button>}
    />
  )
}
