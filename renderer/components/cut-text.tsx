import { Text } from '@mantine/core'

type CutTextProps = { readonly width?: number; readonly children: string | undefined }

/** A text on one line, cut where it is too long; pointing at it shows the whole. */
export function CutText({ width = 240, children }: CutTextProps) {
  return (
    <Text inherit truncate maw={width} title={children}>
      {children}
    </Text>
  )
}
