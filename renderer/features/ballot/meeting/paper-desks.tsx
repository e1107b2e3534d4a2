import { Button, List, Modal, Stack, Text } from '@mantine/core'
import { IconHelpCircle } from '@tabler/icons-react'
import { useState } from 'react'
import { MEETING } from '#renderer/strings/meeting.ts'

const words = MEETING.paperDesks

/** How another laptop keys paper beside this one; `late`: this box was made for one computer alone. */
export function PaperDesks({ late }: { readonly late: boolean }) {
  const [shown, setShown] = useState(false)
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconHelpCircle size={15} />}
        onClick={() => setShown(true)}
      >
        {words.action}
      </Button>
      {shown && (
        <Modal opened onClose={() => setShown(false)} title={words.title} size="lg" data-dialog="paper-desks">
          <Stack gap="md">
            {late && <Text c="var(--pingyi-lack)">{words.late}</Text>}
            <List type="ordered" spacing="xs">
              {words.steps.map(step => (
                <List.Item key={step}>{step}</List.Item>
              ))}
            </List>
            <Text size="sm" c="dimmed">
              {words.note}
            </Text>
          </Stack>
        </Modal>
      )}
    </>
  )
}
