import { ActionIcon, Button, Group, Text, Tooltip } from '@mantine/core'
import {
  IconArrowsHorizontal,
  IconArrowsMaximize,
  IconChevronDown,
  IconChevronUp,
  IconPrinter,
  IconX,
  IconZoomIn,
  IconZoomOut,
  type TablerIcon,
} from '@tabler/icons-react'
import { VIEWER } from '#renderer/strings/viewer.ts'
import classes from './pdf-viewer.module.css'

type ViewerBarProps = {
  readonly name: string
  readonly sheet: number
  readonly sheets: number
  readonly page: number
  readonly pages: number
  /** What is shown against the size on paper; null while nothing is shown. */
  readonly zoom: number | null
  readonly printing: { readonly done: number; readonly total: number } | null
  readonly onTurn: (by: 1 | -1) => void
  readonly onZoom: (zoom: 'in' | 'out' | 'page' | 'width') => void
  readonly onPrintOne: () => void
  readonly onPrintAll: () => void
  readonly onStop: () => void
  readonly onClose: () => void
}

/** What is in sight and what can be done with it. */
export function ViewerBar(props: ViewerBarProps) {
  const { name, sheet, sheets, page, pages, zoom, printing } = props
  return (
    <header className={classes['bar']}>
      <Text fw={600} className={classes['name'] ?? ''}>
        {name}
      </Text>
      <Text size="sm" c="dimmed" aria-live="polite" data-place={`${sheet}/${sheets} ${page}/${pages}`}>
        {sheets > 1 && `${VIEWER.sheet(sheet, sheets)}　`}
        {pages > 0 && VIEWER.page(page, pages)}
      </Text>
      <Group gap={4} wrap="nowrap">
        <BarIcon words={VIEWER.previous} icon={IconChevronUp} onClick={() => props.onTurn(-1)} />
        <BarIcon words={VIEWER.next} icon={IconChevronDown} onClick={() => props.onTurn(1)} />
      </Group>
      <Group gap={4} wrap="nowrap">
        <BarIcon words={VIEWER.smaller} icon={IconZoomOut} onClick={() => props.onZoom('out')} />
        <Text size="sm" w={44} ta="center">
          {zoom === null ? '' : VIEWER.percent(zoom)}
        </Text>
        <BarIcon words={VIEWER.larger} icon={IconZoomIn} onClick={() => props.onZoom('in')} />
        <BarIcon words={VIEWER.fitPage} icon={IconArrowsMaximize} onClick={() => props.onZoom('page')} />
        <BarIcon words={VIEWER.fitWidth} icon={IconArrowsHorizontal} onClick={() => props.onZoom('width')} />
      </Group>
      {printing ? (
        <Group gap="xs" wrap="nowrap">
          <Text size="sm">{VIEWER.preparing(printing.done, printing.total)}</Text>
          <Button size="xs" variant="default" onClick={props.onStop}>
            {VIEWER.stop}
          </Button>
        </Group>
      ) : (
        <Group gap="xs" wrap="nowrap">
          <Button size="xs" leftSection={<IconPrinter size={16} />} onClick={props.onPrintOne} disabled={pages === 0}>
            {VIEWER.printOne}
          </Button>
          {sheets > 1 && (
            <Button size="xs" variant="default" onClick={props.onPrintAll}>
              {VIEWER.printAll(sheets)}
            </Button>
          )}
        </Group>
      )}
      <BarIcon words={VIEWER.close} icon={IconX} onClick={props.onClose} />
    </header>
  )
}

type BarIconProps = { readonly words: string; readonly icon: TablerIcon; readonly onClick: () => void }

function BarIcon({ words, icon: Icon, onClick }: BarIconProps) {
  return (
    <Tooltip label={words}>
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={words} onClick={onClick}>
        <Icon size={18} />
      </ActionIcon>
    </Tooltip>
  )
}
