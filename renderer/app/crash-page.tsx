import { Button, Code, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { saveFile } from '#renderer/components/save-file.ts'
import { useDatabase } from '#renderer/db/hooks/use-database.ts'
import { loadEvaluation } from '#renderer/db/repositories/evaluation.ts'
import { listYears } from '#renderer/db/repositories/years.ts'
import { FILES } from '#renderer/strings/files.ts'
import { TROUBLE } from '#renderer/strings/trouble.ts'
import { writeEvaluation } from '#shared/domain/evaluation/write-evaluation.ts'
import { MessagePage } from './message-page.tsx'

/** What is shown in the place of what broke: the data can be taken out first, whatever else fails. */
export function CrashPage({ error }: { readonly error: unknown }) {
  const database = useDatabase()
  const [years, setYears] = useState<readonly number[]>([])
  const [failed, setFailed] = useState(false)

  useEffect(() => {
    listYears(database).then(
      rows => setYears(rows.map(row => row.year)),
      () => setFailed(true),
    )
  }, [database])

  const save = async (year: number) => {
    const evaluation = await loadEvaluation(database, year).catch(() => null)
    if (evaluation)
      saveFile(FILES.evaluation(year), new Blob([writeEvaluation(evaluation)], { type: 'application/json' }))
    else setFailed(true)
  }

  return (
    <MessagePage
      title={TROUBLE.crash.title}
      text={TROUBLE.crash.text}
      actions={
        <>
          {years.map(year => (
            <Button key={year} onClick={() => save(year)}>
              {TROUBLE.crash.exportYear(year)}
            </Button>
          ))}
          <Button variant="default" onClick={() => window.location.reload()}>
            {TROUBLE.crash.reload}
          </Button>
        </>
      }
    >
      {failed && <Text c="red">{TROUBLE.crash.exportFailed}</Text>}
      <Text size="sm" c="dimmed">
        {TROUBLE.crash.details}
      </Text>
      <Code block mah={200} style={{ overflow: 'auto' }}>
        {error instanceof Error ? `${error.name}: ${error.message}` : String(error)}
      </Code>
    </MessagePage>
  )
}
