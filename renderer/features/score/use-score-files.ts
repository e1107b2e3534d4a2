import { printTable } from '#renderer/components/print-table.ts'
import { saveFile } from '#renderer/components/save-file.ts'
import { tellFailure, tellSuccess } from '#renderer/components/tell.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useHost } from '#renderer/host/use-host.ts'
import { SCORE } from '#renderer/strings/score.ts'
import { errorWords } from '#renderer/strings/trouble.ts'
import { printedRanking } from './printed-ranking.ts'
import { scoreWorkbook } from './score-workbook.ts'

/** The scores as an Excel file and on one page of paper. */
export function useScoreFiles() {
  const data = useYearData()
  const { client } = useHost()
  const save = async () => {
    const sheets = scoreWorkbook(data.evaluation, data.score, data.row.sample)
    const reply = await client.request('workbooks.write', { sheets })
    if (!reply.ok) {
      tellFailure([errorWords(reply.error.code), ...reply.error.details].join('\n'))
      return
    }
    const file = SCORE.workbook.file(data.row.year)
    saveFile(file, new Blob([new Uint8Array(reply.data)]))
    tellSuccess(SCORE.workbook.saved(file))
  }
  return { save, print: () => printTable(printedRanking(data)) }
}
