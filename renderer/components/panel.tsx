import { ActionIcon, Group, Title } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { type ReactNode, useCallback, useContext, useId, useState } from 'react'
import { PRINT } from '#renderer/strings/print.ts'
import classes from './panel.module.css'
import { type OfferPrint, PanelPrintContext, PrintNotesContext } from './panel-print.ts'
import { type PrintedTable, printTables } from './print-table.ts'

type PanelProps = {
  readonly title?: string
  /** Small print or controls at the right of the title. */
  readonly aside?: ReactNode
  /** Without padding, for a table that fills the panel. */
  readonly flush?: boolean
  /** As tall as its neighbour in a grid. */
  readonly fill?: boolean
  readonly name?: string
  readonly children: ReactNode
}

type Read = () => PrintedTable | null

const NONE: ReadonlyMap<string, Read> = new Map()

/** A titled part of a page. */
export function Panel({ title, aside, flush = false, fill = false, name, children }: PanelProps) {
  const id = useId()
  const notes = useContext(PrintNotesContext)
  const [offered, setOffered] = useState<ReadonlyMap<string, Read>>(NONE)
  const offer = useCallback<OfferPrint>((key, read) => {
    setOffered(before => {
      const next = new Map(before)
      if (read) next.set(key, read)
      else next.delete(key)
      return next
    })
  }, [])
  const print = () =>
    printTables(
      title ?? '',
      notes,
      [...offered.values()].flatMap(read => read() ?? []),
    )
  return (
    <section
      className={fill ? `${classes['panel']} ${classes['fill']}` : classes['panel']}
      aria-labelledby={title === undefined ? undefined : id}
      data-panel={name}
    >
      {title !== undefined && (
        <div className={classes['head']}>
          <Title order={2} id={id}>
            {title}
          </Title>
          {(aside !== undefined || offered.size > 0) && (
            <Group gap="sm">
              {aside}
              {offered.size > 0 && (
                <ActionIcon variant="subtle" color="gray" aria-label={PRINT.table(title)} onClick={print}>
                  <IconPrinter size={16} />
                </ActionIcon>
              )}
            </Group>
          )}
        </div>
      )}
      <div className={flush ? classes['flush'] : classes['body']}>
        <PanelPrintContext value={title === undefined ? null : offer}>{children}</PanelPrintContext>
      </div>
    </section>
  )
}
