import { lazy, Suspense, useMemo } from 'react'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import type { LoadedSheet, ViewedSheet } from '#renderer/pdf/viewer/viewed-sheet.ts'
import { personLabels } from '#renderer/strings/person-labels.ts'
import { SHEETS } from '#renderer/strings/sheets.ts'
import { forms } from '#shared/sheets/forms.ts'

const PdfViewer = lazy(async () => ({ default: (await import('#renderer/pdf/viewer/pdf-viewer.tsx')).PdfViewer }))

export type PreviewedSheet = { readonly form: string | null; readonly instructor: string | null; readonly file: string }

type PreviewProps = {
  readonly sheets: readonly PreviewedSheet[]
  readonly first?: number
  /** The same function as long as the sheets are the same. */
  readonly load: (index: number) => Promise<LoadedSheet>
  readonly onClose: () => void
}

/** Sheets as they are printed, page by page. */
export function Preview({ sheets, first = 0, load, onClose }: PreviewProps) {
  const { instructors } = useYearData().evaluation
  const viewed = useMemo(() => {
    const names = personLabels(instructors)
    const titles = new Map(forms.map(form => [form.id, form.title]))
    return sheets.map(
      ({ form, instructor, file }): ViewedSheet => ({
        key: file,
        title: form === null ? SHEETS.boundForm : (titles.get(form) ?? form),
        about:
          form === null
            ? SHEETS.several
            : instructor === null
              ? SHEETS.wholeYear
              : (names.get(instructor) ?? instructor),
      }),
    )
  }, [sheets, instructors])
  return (
    <Suspense fallback={null}>
      <PdfViewer sheets={viewed} first={first} load={load} onClose={onClose} />
    </Suspense>
  )
}
