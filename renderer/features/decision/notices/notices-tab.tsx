import { Stack } from '@mantine/core'
import type { Standing } from '#shared/domain/decision/standing.ts'
import { CalendarPanel } from './calendar-panel.tsx'
import { PublicPanel } from './public-panel.tsx'
import { ResultPanel } from './result-panel.tsx'
import { ReviewPanel } from './review-panel.tsx'

/** What follows the decisions: the public notice, the result told to each, reviews, and the calendar behind the dates. */
export function NoticesTab({ standings }: { readonly standings: readonly Standing[] }) {
  return (
    <Stack gap="md">
      <PublicPanel standings={standings} />
      <ResultPanel standings={standings} />
      <ReviewPanel standings={standings} />
      <CalendarPanel />
    </Stack>
  )
}
