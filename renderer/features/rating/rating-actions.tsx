import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconFileImport, IconSend, IconTable } from '@tabler/icons-react'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { COLLECT } from '#renderer/strings/collect.ts'
import { RATING } from '#renderer/strings/rating.ts'
import { REPORTING } from '#renderer/strings/reporting.ts'
import { ratingDuties, unionDuties } from '#shared/domain/rating/duties.ts'
import type { RatingComponent } from '#shared/domain/scheme/scheme.ts'
import type { Typing } from './rating-page.tsx'
import { isDone } from './use-duties.ts'
import { useSendRatings } from './use-send-ratings.ts'

type RatingActionsProps = {
  readonly components: readonly RatingComponent[]
  readonly typing: boolean
  readonly onDone: () => void
  /** Opens reporting online; null where there is nothing to report. */
  readonly onOnline: (() => void) | null
  /** null where nothing may be changed. */
  readonly changes: { readonly onCollect: () => void; readonly onGrid: (typing: Typing) => void } | null
}

const ICON = 16

/** Forms out, forms in, and the tables to type into. */
export function RatingActions({ components, typing, onDone, onOnline, changes }: RatingActionsProps) {
  const { instructors, ratings, mergers } = useYearData().evaluation
  const sending = useSendRatings()
  if (typing) return <Button onClick={onDone}>{RATING.gridDone}</Button>
  if (sending.state)
    return (
      <Button variant="default" onClick={sending.cancel}>
        {COLLECT.sending(sending.state.done, sending.state.total)} · {COLLECT.cancel}
      </Button>
    )
  const forms = components.flatMap(component =>
    unionDuties(component, ratingDuties(component, instructors, ratings, mergers)).map(union => ({ component, union })),
  )
  const missing = forms.filter(({ union }) => union.duties.some(duty => duty.required && !isDone(duty)))
  return (
    <>
      {changes &&
        components.map(component => (
          <Button
            key={component.id}
            variant="default"
            leftSection={<IconTable size={ICON} />}
            onClick={() => changes.onGrid({ component: component.id, union: '' })}
          >
            {components.length === 1 ? RATING.grid : `${RATING.grid}：${component.name}`}
          </Button>
        ))}
      {forms.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button
              variant="default"
              leftSection={<IconSend size={ICON} />}
              rightSection={<IconChevronDown size={14} />}
            >
              {RATING.send}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => sending.send(forms)}>{RATING.sendAll(forms.length)}</Menu.Item>
            {missing.length > 0 && missing.length < forms.length && (
              <Menu.Item onClick={() => sending.send(missing)}>{RATING.sendMissing(missing.length)}</Menu.Item>
            )}
            {onOnline && <Menu.Divider />}
            {onOnline && <Menu.Item onClick={onOnline}>{REPORTING.menu}</Menu.Item>}
          </Menu.Dropdown>
        </Menu>
      )}
      {changes && (
        <Button leftSection={<IconFileImport size={ICON} />} onClick={changes.onCollect}>
          {RATING.collect}
        </Button>
      )}
    </>
  )
}
