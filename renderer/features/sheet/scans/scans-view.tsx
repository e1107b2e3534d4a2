import { Stack } from '@mantine/core'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { SCANS } from '#renderer/strings/scans.ts'
import { AgainstPanel } from './against-panel.tsx'
import { ReadingPanel } from './reading-panel.tsx'
import { ReviewView } from './review-view.tsx'
import { SignedPanel } from './signed-panel.tsx'
import { useAgainst } from './use-against.ts'
import { useScans } from './use-scans.ts'

/** Signed sheets coming back: what is there, a pile that is read, and what becomes of its pages. */
export function ScansView() {
  const { against, reading: looking, choose } = useAgainst()
  const scans = useScans(against?.evaluation ?? null)
  const { evaluation } = useYearData()
  const { reading, pages } = scans.state
  return (
    <Stack gap="md">
      <ReadingPanel session={scans.session} state={scans.state} />
      <AgainstPanel
        year={evaluation.year}
        against={against}
        reading={looking}
        onChoose={archive => void choose(archive)}
      />
      {reading === null && pages.length > 0 && (
        <ReviewView {...scans} checkOnly={against ? SCANS.against.only : evaluation.closed ? SCANS.closed : null} />
      )}
      {reading === null && pages.length === 0 && <SignedPanel />}
    </Stack>
  )
}
