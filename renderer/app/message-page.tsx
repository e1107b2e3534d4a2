import { Box, Center, Group, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

type MessagePageProps = {
  readonly title: string
  readonly text: string
  readonly actions?: ReactNode
  readonly children?: ReactNode
}

/** A page that says one thing calmly, and what to do about it. */
export function MessagePage({ title, text, actions, children }: MessagePageProps) {
  return (
    <Center mih="70vh" p="lg" data-page="message">
      <Stack gap="md" maw={560} w="100%">
        <Title order={1}>{title}</Title>
        <Text>{text}</Text>
        {actions !== undefined && <Group gap="sm">{actions}</Group>}
        {children !== undefined && <Box>{children}</Box>}
      </Stack>
    </Center>
  )
}
