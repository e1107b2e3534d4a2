import { Box, Group, Stack, Text, Title } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'

type PageProps = {
  /** Names the page to tests and styles; the mark that it is ready. */
  readonly name: string
  readonly title: string
  /** One line under the title: what the page says, or where its figures come from. */
  readonly lead?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A page's frame: the heading with its actions, then its panels. */
export function Page({ name, title, lead, actions, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · 评议`
  }, [title])
  return (
    <Stack gap="md" data-page={name}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="md">
        <Box miw={0}>
          <Title order={1}>{title}</Title>
          {lead !== undefined && (
            <Text c="dimmed" size="sm" component="div">
              {lead}
            </Text>
          )}
        </Box>
        {actions !== undefined && (
          <Group gap="xs" wrap="nowrap" flex="none">
            {actions}
          </Group>
        )}
      </Group>
      {children}
    </Stack>
  )
}
