import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { YEARS } from '#renderer/strings/years.ts'
import { faultWords } from '#shared/domain/evaluation/fault-words.ts'
import { placeWords } from '#shared/domain/evaluation/place-words.ts'
import type { Fault } from '#shared/lib/fault.ts'
import classes from './faults-dialog.module.css'

type FaultsDialogProps = {
  readonly file: string
  readonly faults: readonly Fault[]
  readonly onClose: () => void
}

/** Every fault of a file with its place; nothing was changed. */
export function FaultsDialog({ file, faults, onClose }: FaultsDialogProps) {
  return (
    <Modal opened onClose={onClose} title={YEARS.faults.title} size="lg" data-dialog="faults">
      <Stack gap="md">
        <Text>{YEARS.faults.text(file, faults.length)}</Text>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling list must be reachable by keyboard */}
        <ul className={classes['list']} tabIndex={0} aria-label={YEARS.faults.problem}>
          {faults.map((fault, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and two faults may be alike
            <li key={index} className={classes['item']}>
              <div className={classes['place']} data-fault-path={fault.path}>
                {placeWords(fault)}
              </div>
              <div>{faultWords(fault)}</div>
            </li>
          ))}
        </ul>
        <Group justify="flex-end">
          <Button onClick={onClose} data-autofocus>
            {YEARS.faults.close}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
