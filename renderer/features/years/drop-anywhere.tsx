import { Text } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'

type DropAnywhereProps = {
  readonly active: boolean
  readonly words: string
  readonly onDrop: (files: readonly File[]) => void
}

/** A file dropped on any page. */
export function DropAnywhere({ active, words, onDrop }: DropAnywhereProps) {
  return (
    <Dropzone.FullScreen active={active} multiple onDrop={onDrop} data-drop-anywhere>
      <Dropzone.Accept>
        <Text ta="center" fz="xl" fw={600} style={{ pointerEvents: 'none' }}>
          {words}
        </Text>
      </Dropzone.Accept>
    </Dropzone.FullScreen>
  )
}
