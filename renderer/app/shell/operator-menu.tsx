import { Button, Popover, TextInput } from '@mantine/core'
import { IconUser } from '@tabler/icons-react'
import { useState } from 'react'
import { useSetting } from '#renderer/db/hooks/use-setting.ts'
import { OPERATOR } from '#renderer/db/repositories/settings.ts'
import { SAFETY } from '#renderer/strings/safety.ts'

const words = SAFETY.operator

/** Who works here: named in the operations log, changed in place. */
export function OperatorMenu() {
  const [operator, setOperator] = useSetting(OPERATOR)
  const [typed, setTyped] = useState<string | null>(null)
  const keep = () => {
    if (typed !== null) setOperator(typed.trim())
    setTyped(null)
  }
  return (
    <Popover position="bottom-end" width={260} trapFocus opened={typed !== null} onChange={opened => !opened && keep()}>
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-md"
          leftSection={<IconUser size={16} />}
          onClick={() => setTyped(operator)}
          aria-label={`${operator || words.unknown}，${words.label}`}
          data-operator
        >
          {operator || words.unknown}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={event => {
            event.preventDefault()
            keep()
          }}
        >
          <TextInput
            label={words.label}
            description={words.hint}
            placeholder={words.placeholder}
            value={typed ?? ''}
            maxLength={50}
            onChange={event => setTyped(event.currentTarget.value)}
            data-autofocus
          />
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
