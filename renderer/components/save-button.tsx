import { Button, type ButtonProps } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { saveText } from './save-text.ts'

type SaveButtonProps = ButtonProps & {
  readonly name: string
  /** Made only when it is asked for. */
  readonly text: () => string
  /** What is said when it is done. */
  readonly done: string
  readonly children: string
}

/** Saves a text as a file. */
export function SaveButton({ name, text, done, children, ...rest }: SaveButtonProps) {
  return (
    <Button leftSection={<IconDownload size={16} />} onClick={() => saveText(name, text(), done)} {...rest}>
      {children}
    </Button>
  )
}
