import { Stack, Text } from '@mantine/core'
import { Panel } from '#renderer/components/panel.tsx'
import { PlainTable } from '#renderer/components/plain-table.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { VARIANTS } from '#renderer/strings/scheme-variants.ts'
import { variantFor } from '#shared/domain/scheme/effective-scheme.ts'
import { variantWords } from '#shared/domain/scheme/variant-words.ts'

/** The districts' own versions: for whom, and what they say otherwise. */
export function VariantsPanel() {
  const { scheme, instructors } = useYearData().evaluation
  if (!scheme.variants) return null
  const counts = Map.groupBy(instructors, person => variantFor(scheme, person.posting)?.id)
  return (
    <Panel title={VARIANTS.title} name="variants" flush>
      <PlainTable
        label={VARIANTS.title}
        columns={[
          { title: VARIANTS.scheme, width: 160 },
          { title: VARIANTS.postings, width: 260 },
          { title: VARIANTS.differs },
        ]}
        rows={scheme.variants.map(variant => {
          const words = variantWords(scheme, variant)
          return {
            key: variant.id,
            cells: [
              variant.name,
              <Stack key="postings" gap={0}>
                <Text size="sm">{variant.postings.join('、')}</Text>
                <Text size="xs" c="dimmed">
                  {VARIANTS.people(counts.get(variant.id)?.length ?? 0)}
                </Text>
              </Stack>,
              <Stack key="differs" gap={2}>
                {(words.length === 0 ? [VARIANTS.noDifference] : words).map(line => (
                  <Text key={line} size="sm" style={{ whiteSpace: 'normal' }}>
                    {line}
                  </Text>
                ))}
              </Stack>,
            ],
          }
        })}
      />
    </Panel>
  )
}
