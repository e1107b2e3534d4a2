import { Group } from '@mantine/core'
import { LookSwitch } from './look-switch.tsx'
import { OperatorMenu } from './operator-menu.tsx'

/** What stands at the header's right on every page. */
export function HeaderControls() {
  return (
    <Group gap="xs" wrap="nowrap" flex="none">
      <OperatorMenu />
      <LookSwitch />
    </Group>
  )
}
