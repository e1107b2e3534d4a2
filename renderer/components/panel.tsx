import { Group, Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import classes from './panel.module.css'

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

/** A titled part of a page. */
export function Panel({ title, aside, flush = false, fill = false, name, children }: PanelProps) {
  const id = useId()
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
          {aside !== undefined && <Group gap="sm">{aside}</Group>}
        </div>
      )}
      <div className={flush ? classes['flush'] : classes['body']}>{children}</div>
    </section>
  )
}
