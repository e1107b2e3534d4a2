import { useCallback } from 'react'
import { maskPhone } from '#renderer/components/mask-phone.ts'
import { printTable } from '#renderer/components/print-table.ts'
import { saveFile } from '#renderer/components/save-file.ts'
import { tellFailure, tellSuccess } from '#renderer/components/tell.tsx'
import { today } from '#renderer/components/today.ts'
import { useSetting } from '#renderer/db/hooks/use-setting.ts'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { OPERATOR } from '#renderer/db/repositories/settings.ts'
import { useHost } from '#renderer/host/use-host.ts'
import { ROSTER } from '#renderer/strings/roster.ts'
import { ROSTER_FORM } from '#renderer/strings/roster-form.ts'
import { errorWords } from '#renderer/strings/trouble.ts'
import { fieldText, type PersonField } from '#shared/domain/roster/edit/person-field.ts'
import { rosterCsv } from '#shared/domain/roster/edit/roster-csv.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import { appraisedWord, nameHead } from '#shared/domain/scheme/appraised.ts'

/** So many rows to fill in has an empty form. */
const EMPTY_ROWS = 20

const PRINTED: readonly PersonField[] = [
  'name',
  'sex',
  'birthYear',
  'education',
  'kind',
  'level',
  'posting',
  'unit',
  'engagedFrom',
  'engagedTo',
]

/** The roster as files and on paper. */
export function useRosterFiles() {
  const { row, evaluation } = useYearData()
  const { client } = useHost()
  const [operator] = useSetting(OPERATOR)
  const { instructors, scheme, organiser } = evaluation

  const saveForm = useCallback(
    async (file: string, people: readonly Instructor[], emptyRows: number) => {
      const reply = await client.request('workbooks.writeRoster', {
        title: ROSTER.formTitle(appraisedWord(scheme)),
        nameHead: nameHead(scheme),
        unit: people.length > 0 ? organiser : '',
        filledBy: people.length > 0 ? operator : '',
        phone: '',
        reportDate: people.length > 0 ? today() : '',
        people,
        emptyRows,
      })
      if (!reply.ok) {
        tellFailure([errorWords(reply.error.code), ...reply.error.details].join('\n'))
        return
      }
      saveFile(file, new Blob([new Uint8Array(reply.data)]))
      tellSuccess(ROSTER.saved(file))
    },
    [client, scheme, organiser, operator],
  )
  const saveRoster = () => saveForm(ROSTER.formFile(row.year), instructors, 0)
  const saveTemplate = () => saveForm(ROSTER.templateFile, [], EMPTY_ROWS)
  const saveCsv = () => {
    const file = ROSTER.csvFile(row.year)
    saveFile(file, new Blob([rosterCsv(instructors, nameHead(scheme))], { type: 'text/csv' }))
    tellSuccess(ROSTER.saved(file))
  }
  /** Prints the people as they are shown, in their order; phone numbers as on screen. */
  const print = (people: readonly Instructor[]) =>
    printTable({
      title: ROSTER.printTitle(row.year, evaluation.title, row.sample),
      heads: [ROSTER.number, ...PRINTED.map(field => ROSTER_FORM.fields[field]), ROSTER.phone],
      rows: people.map((person, index) => [
        String(index + 1),
        ...PRINTED.map(field => fieldText(person, field)),
        maskPhone(person.phone ?? ''),
      ]),
    })
  return { saveRoster, saveTemplate, saveCsv, print }
}
