import { Text } from '@mantine/core'

type CutTextProps = { readonly width?: number; readonly children: string | undefined }

/**
 * A text on one line, cut where it is too long, sooner where the page is narrow (a small laptop, text at 125 %): the
 * columns after it stay in sight. Pointing at it shows the whole.
 */
export function CutText({ width = 240, children }: CutTextProps) {
  return (
    <Text inherit truncate maw={`min(${width}px, 20vw - 68px)`} title={children}>
      {children}
    </Text>
  )
}
