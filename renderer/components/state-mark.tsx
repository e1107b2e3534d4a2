import { Group, Text } from '@mantine/core'
import { IconAlertCircle, IconCircleCheck, IconPoint } from '@tabler/icons-react'

const LOOKS = {
  complete: { icon: IconCircleCheck, colour: 'var(--mantine-color-teal-filled)' },
  lacking: { icon: IconAlertCircle, colour: 'var(--pingyi-lack)' },
  quiet: { icon: IconPoint, colour: 'var(--mantine-color-dimmed)' },
} as const

type StateMarkProps = { readonly tone: keyof typeof LOOKS; readonly children: string }

/** A state in a word, with its sign. */
export function StateMark({ tone, children }: StateMarkProps) {
  const { icon: Icon, colour } = LOOKS[tone]
  return (
    <Group gap={6} wrap="nowrap">
      <Icon size={16} color={colour} aria-hidden style={{ flex: 'none' }} />
      <Text span inherit>
        {children}
      </Text>
    </Group>
  )
}
