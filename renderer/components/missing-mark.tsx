import { Text } from '@mantine/core'

/** What is not there, where a figure would stand. */
export function MissingMark({ children }: { readonly children: string }) {
  return (
    <Text span size="sm" c="var(--pingyi-lack)" fw={600}>
      {children}
    </Text>
  )
}
