import { Button, Group, SimpleGrid, Stack, Text } from '@mantine/core'
import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import type { LoadedSheet } from '#renderer/pdf/viewer/viewed-sheet.ts'
import { personLabels } from '#renderer/strings/person-labels.ts'
import { SCANS } from '#renderer/strings/scans.ts'
import { forms } from '#shared/sheets/forms.ts'
import type { SheetKey } from '#shared/sheets/scans/sheet-digests.ts'
import type { SortedPages, SortedSheet } from '#shared/sheets/scans/sort-pages.ts'
import { LeftPageCard } from './left-page-card.tsx'
import { pagePdf } from './page-pdf.ts'
import type { ScanSession, ScanState } from './scan-session.ts'
import { SortedPanel } from './sorted-panel.tsx'
import { useFiling } from './use-filing.ts'

const PdfViewer = lazy(async () => ({ default: (await import('#renderer/pdf/viewer/pdf-viewer.tsx')).PdfViewer }))

/** More cards at once would only be scrolled past; the next come as these are dealt with. */
const CARDS = 60

type ReviewViewProps = {
  readonly session: ScanSession
  readonly state: ScanState
  readonly sorted: SortedPages
  /** Why nothing may be filed, in words; null where it may. */
  readonly checkOnly: string | null
}

/** What becomes of the pile, before anything is filed. */
export function ReviewView({ session, state, sorted, checkOnly }: ReviewViewProps) {
  const { instructors } = useYearData().evaluation
  const { titleOf, nameOf, whatOf, people } = useMemo(() => wordsFor(instructors), [instructors])
  const fileName = useCallback(
    (sheet: SortedSheet) =>
      SCANS.fileName(titleOf(sheet.form), sheet.instructor === null ? null : nameOf(sheet.instructor)),
    [titleOf, nameOf],
  )
  const { filing, file, stop } = useFiling(session, state, fileName)
  const [shown, setShown] = useState<readonly string[] | null>(null)
  const [leaving, setLeaving] = useState(false)
  const pages = useMemo(() => new Map(state.pages.map(page => [page.key, page])), [state.pages])
  const from = (key: string) => {
    const page = pages.get(key)
    return page ? SCANS.page(state.sources[page.source]?.file.name ?? '', page.page) : ''
  }
  const load = useCallback(
    async (index: number): Promise<LoadedSheet> => pagePdf(state, shown?.[index] ?? ''),
    [state, shown],
  )
  const busy = state.reading !== null || filing !== null
  return (
    <>
      <Group>
        {filing ? (
          <>
            <Text fw={600}>{SCANS.filing(filing.done, filing.total)}</Text>
            <Button variant="default" onClick={stop}>
              {SCANS.cancelFiling}
            </Button>
          </>
        ) : (
          <>
            <Button
              size="md"
              disabled={busy || checkOnly !== null || sorted.sheets.length === 0 || sorted.left.length > 0}
              onClick={() => void file(sorted.sheets)}
            >
              {SCANS.file(sorted.sheets.length)}
            </Button>
            <Button size="md" variant="default" disabled={busy} onClick={() => setLeaving(true)}>
              {SCANS.giveUp}
            </Button>
          </>
        )}
        <Text size="sm" c="dimmed">
          {checkOnly ?? (sorted.left.length > 0 && !busy ? SCANS.leftOpen(sorted.left.length) : '')}
        </Text>
        {sorted.aside.length > 0 && (
          <Group gap="xs" ml="auto">
            <Text size="sm">{SCANS.asideCount(sorted.aside.length)}</Text>
            <Button size="compact-sm" variant="default" onClick={() => session.place(sorted.aside, null)}>
              {SCANS.takeBack}
            </Button>
          </Group>
        )}
      </Group>
      {sorted.left.length > 0 && (
        <Panel
          title={SCANS.left(sorted.left.length)}
          name="left"
          aside={
            <Button
              size="xs"
              variant="default"
              onClick={() =>
                session.place(
                  sorted.left.map(page => page.key),
                  'aside',
                )
              }
            >
              {SCANS.asideAll}
            </Button>
          }
        >
          <Stack gap="sm">
            <Text size="sm" c="dimmed">
              {SCANS.leftHint}
            </Text>
            <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }} spacing="sm">
              {sorted.left.slice(0, CARDS).map(page => (
                <LeftPageCard
                  key={page.key}
                  page={page}
                  picture={pages.get(page.key)?.picture ?? ''}
                  from={from(page.key)}
                  people={people}
                  whatOf={whatOf}
                  onShow={() => setShown([page.key])}
                  onPlace={placement => session.place([page.key], placement)}
                />
              ))}
            </SimpleGrid>
          </Stack>
        </Panel>
      )}
      {sorted.sheets.length > 0 && (
        <SortedPanel
          sheets={sorted.sheets}
          titleOf={titleOf}
          nameOf={nameOf}
          whatOf={whatOf}
          onShow={sheet => setShown(sheet.pages)}
        />
      )}
      {shown && (
        <Suspense fallback={null}>
          <PdfViewer
            sheets={shown.map(key => ({ key, title: from(key), about: '' }))}
            load={load}
            onClose={() => setShown(null)}
          />
        </Suspense>
      )}
      {leaving && (
        <ConfirmDialog
          title={SCANS.giveUpTitle}
          confirm={SCANS.giveUp}
          onConfirm={session.clear}
          onClose={() => setLeaving(false)}
        >
          {SCANS.giveUpText}
        </ConfirmDialog>
      )}
    </>
  )
}

/** What forms and people are called here. */
function wordsFor(instructors: Parameters<typeof personLabels>[0]) {
  const names = personLabels(instructors)
  const titles = new Map(forms.map(form => [form.id, form.title]))
  const titleOf = (form: string) => titles.get(form) ?? form
  const nameOf = (id: string | null) => (id === null ? SCANS.wholeYear : (names.get(id) ?? id))
  return {
    titleOf,
    nameOf,
    whatOf: ({ form, instructor }: SheetKey) =>
      instructor === null ? titleOf(form) : `${titleOf(form)} ${nameOf(instructor)}`,
    people: instructors.map(person => ({ value: String(person.id), label: nameOf(person.id) })),
  }
}
