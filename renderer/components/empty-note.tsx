import { EmptyState } from '@mantine/core'
import type { ReactNode } from 'react'

type EmptyNoteProps = { readonly title: string; readonly text: string; readonly children?: ReactNode }

/** Nothing here yet, why, and where to go instead. */
export function EmptyNote({ title, text, children }: EmptyNoteProps) {
  return (
    <EmptyState title={title} description={text} py="xl">
      {children !== undefined && <EmptyState.Actions>{children}</EmptyState.Actions>}
    </EmptyState>
  )
}
