import { Group, type MantineColor, Paper } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'

type NoticeProps = { readonly colour?: MantineColor; readonly children: ReactNode }

/** Something to know before going on, said without shouting. */
export function Notice({ colour = 'var(--pingyi-lack)', children }: NoticeProps) {
  return (
    <Paper withBorder px="md" py="xs" style={{ borderInlineStart: `3px solid ${colour}` }} role="note">
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <IconInfoCircle size={18} color={colour} aria-hidden style={{ flex: 'none', marginTop: 2 }} />
        <div>{children}</div>
      </Group>
    </Paper>
  )
}
