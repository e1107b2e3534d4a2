import { Button, Group, List, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useTellingChange } from '#renderer/editing/use-telling-change.ts'
import { ARCHIVE } from '#renderer/strings/archive.ts'

const words = ARCHIVE.correction

/** The way to a correction: opening the year again where it is closed, then the decision's own page. */
export function NothingCorrected() {
  const { row, evaluation } = useYearData()
  const change = useTellingChange()
  const [reason, setReason] = useState('')
  const reopen = () => change(words.reopened(reason.trim()), ({ closed: _, ...rest }) => rest)
  return (
    <Stack gap="sm" data-correction="nothing">
      <Text>{words.unchanged}</Text>
      <List type="ordered" size="sm" spacing={2}>
        {words.steps.map(step => (
          <List.Item key={step}>{step}</List.Item>
        ))}
      </List>
      <Group align="flex-end">
        {evaluation.closed ? (
          <>
            <TextInput
              label={words.reopenReason}
              w={360}
              value={reason}
              onChange={event => setReason(event.currentTarget.value)}
            />
            <Button variant="default" disabled={reason.trim() === ''} onClick={() => void reopen()}>
              {words.reopen}
            </Button>
          </>
        ) : (
          <Button component={Link} to={`/${row.year}/decision`} variant="default">
            {words.toDecision}
          </Button>
        )}
      </Group>
    </Stack>
  )
}
