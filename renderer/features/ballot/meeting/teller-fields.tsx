import { ActionIcon, Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { MEETING } from '#renderer/strings/meeting.ts'

export type TypedTeller = { readonly name: string; readonly passphrase: string; readonly again: string }

export const NO_TELLER: TypedTeller = { name: '', passphrase: '', again: '' }

type TellerFieldsProps = {
  readonly tellers: readonly TypedTeller[]
  readonly onChange: (tellers: readonly TypedTeller[]) => void
  /** At the sealing everyone types twice. */
  readonly twice: boolean
  /** What is wrong with a teller's name or passphrase, by their place. */
  readonly faults?: ReadonlyMap<string, string>
}

const words = MEETING.tellers

/** Each teller types their own passphrase; nobody else sees it. It stays in this page's memory until it is sent. */
export function TellerFields({ tellers, onChange, twice, faults }: TellerFieldsProps) {
  const change = (index: number, part: Partial<TypedTeller>) =>
    onChange(tellers.map((each, place) => (place === index ? { ...each, ...part } : each)))
  return (
    <Stack gap="xs">
      {tellers.map((teller, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a teller has no other identity until they have a name
        <Group key={index} align="flex-start" wrap="nowrap" gap="sm">
          <TextInput
            label={words.name(index + 1)}
            value={teller.name}
            onChange={event => change(index, { name: event.currentTarget.value })}
            error={faults?.get(`tellers[${index}].name`)}
            w={150}
            autoComplete="off"
          />
          <PasswordInput
            label={words.passphrase(index + 1)}
            value={teller.passphrase}
            onChange={event => change(index, { passphrase: event.currentTarget.value })}
            error={faults?.get(`tellers[${index}].passphrase`)}
            flex={1}
            autoComplete="new-password"
          />
          {twice && (
            <PasswordInput
              label={words.again(index + 1)}
              value={teller.again}
              onChange={event => change(index, { again: event.currentTarget.value })}
              error={teller.again !== '' && teller.again !== teller.passphrase ? words.different : undefined}
              flex={1}
              autoComplete="new-password"
            />
          )}
          <ActionIcon
            variant="subtle"
            color="gray"
            mt={28}
            aria-label={words.remove(index + 1)}
            onClick={() => onChange(tellers.filter((_, place) => place !== index))}
            disabled={tellers.length === 1}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
      ))}
      <Group>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={15} />}
          onClick={() => onChange([...tellers, NO_TELLER])}
          disabled={tellers.length >= 15}
        >
          {words.add}
        </Button>
      </Group>
    </Stack>
  )
}
