import { Badge } from '@mantine/core'
import { TONE_COLOURS, type Tone } from './tone.ts'

type ToneBadgeProps = { readonly tone: Tone; readonly children: string }

/** A word with the colour of its tone. */
export function ToneBadge({ tone, children }: ToneBadgeProps) {
  return (
    <Badge
      color={TONE_COLOURS[tone]}
      variant={tone === 'best' ? 'filled' : 'light'}
      radius="sm"
      size="md"
      fw={600}
      tt="none"
      miw="max-content"
    >
      {children}
    </Badge>
  )
}
