import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useNavigate } from 'react-router'
import { tellFailure, tellSuccess } from '#renderer/components/tell.tsx'
import { useDatabase } from '#renderer/db/hooks/use-database.ts'
import { removeYear } from '#renderer/db/repositories/evaluation.ts'
import { YEARS } from '#renderer/strings/years.ts'

/** Only the sample can be removed so far: it can be loaded again at any time. */
export function RemoveSampleDialog({ year, onClose }: { readonly year: number; readonly onClose: () => void }) {
  const database = useDatabase()
  const navigate = useNavigate()
  const remove = async () => {
    try {
      await removeYear(database, year, new Date().toISOString())
    } catch {
      tellFailure(YEARS.importFailed.storage)
      return
    }
    tellSuccess(YEARS.remove.done)
    await navigate('/')
  }
  return (
    <Modal opened onClose={onClose} title={YEARS.remove.title} size="md">
      <Stack gap="md">
        <Text>{YEARS.remove.text}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {YEARS.remove.cancel}
          </Button>
          <Button color="red" onClick={() => void remove()}>
            {YEARS.remove.confirm}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
