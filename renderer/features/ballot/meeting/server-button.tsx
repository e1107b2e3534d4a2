import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { IconFileExport, IconFileImport } from '@tabler/icons-react'
import { useState } from 'react'
import { fileName } from '#renderer/collect/file-name.ts'
import { saveFile } from '#renderer/components/save-file.ts'
import { tellFailure, tellSuccess } from '#renderer/components/tell.tsx'
import { useFileChoice } from '#renderer/components/use-file-choice.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useTellingChange } from '#renderer/editing/use-telling-change.ts'
import { MEETING } from '#renderer/strings/meeting.ts'
import { setUpOf } from '#shared/domain/ballot/plan/set-up-of.ts'
import { readHubSetUp } from '#shared/domain/ballot/set-up/read-set-up.ts'
import { faultWords } from '#shared/domain/evaluation/fault-words.ts'
import { takeCounts } from '#shared/domain/evaluation/take-counts.ts'
import type { StageProps } from './meeting-page.tsx'

const words = MEETING.server

/** The one quiet entry to a vote on a server (`pingyi hub`): what is voted on goes out as a file, the counts come back as one. */
export function ServerButton({ plan, go }: Pick<StageProps, 'plan' | 'go'>) {
  const { evaluation } = useYearData()
  const change = useTellingChange()
  const [shown, setShown] = useState(false)
  const close = () => setShown(false)
  const save = () => {
    const setUp = setUpOf(plan, evaluation.scheme, evaluation.instructors, readHubSetUp)
    if (!setUp.ok) {
      tellFailure(setUp.error.map(each => MEETING.plan.mustSettle(faultWords(each))).join('\n'))
      return
    }
    const text = `${JSON.stringify(setUp.value, null, 2)}\n`
    saveFile(`${fileName(words.file(plan.title))}.json`, new Blob([text], { type: 'application/json' }))
    tellSuccess(words.saved)
  }
  const take = async (file: File) => {
    const text = await file.text()
    const found = takeCounts(evaluation, plan.id, text)
    if (!found.ok) {
      tellFailure(words.refused[found.error])
      return
    }
    const taken = await change(words.taken(plan.title), current => {
      const now = takeCounts(current, plan.id, text)
      return now.ok ? now.value : 'conflict'
    })
    if (taken) go('open')
  }
  const { choose, input } = useFileChoice(([file]) => take(file), { accept: '.json', mark: 'data-take-counts' })
  if (evaluation.closed || evaluation.meetings.some(meeting => meeting.id === plan.id)) return null
  return (
    <>
      <Button variant="subtle" color="gray" onClick={() => setShown(true)}>
        {words.action}
      </Button>
      <Modal opened={shown} onClose={close} title={words.title} size="lg">
        <Stack gap="md">
          {words.text.map(line => (
            <Text key={line} size="sm">
              {line}
            </Text>
          ))}
          <Group justify="flex-end">
            <Button variant="default" leftSection={<IconFileExport size={16} />} onClick={save}>
              {words.save}
            </Button>
            <Button leftSection={<IconFileImport size={16} />} onClick={choose}>
              {words.take}
            </Button>
          </Group>
        </Stack>
      </Modal>
      {input}
    </>
  )
}
