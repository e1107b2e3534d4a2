import { Stack } from '@mantine/core'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { ReadingPanel } from './reading-panel.tsx'
import { ReviewView } from './review-view.tsx'
import { SignedPanel } from './signed-panel.tsx'
import { useScans } from './use-scans.ts'

/** Signed sheets coming back: what is there, a pile that is read, and what becomes of its pages. */
export function ScansView() {
  const scans = useScans()
  const { evaluation } = useYearData()
  const { reading, pages } = scans.state
  return (
    <Stack gap="md">
      <ReadingPanel session={scans.session} state={scans.state} />
      {reading === null && pages.length > 0 && <ReviewView {...scans} closed={evaluation.closed !== undefined} />}
      {reading === null && pages.length === 0 && <SignedPanel />}
    </Stack>
  )
}
