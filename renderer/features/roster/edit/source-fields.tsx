import { Checkbox, Group, Radio, Stack } from '@mantine/core'
import { ROSTER_FORM } from '#renderer/strings/roster-form.ts'
import { ratingComponents, type Scheme } from '#shared/domain/scheme/scheme.ts'

type SourceFieldsProps = {
  readonly scheme: Scheme
  readonly sources: readonly string[] | null
  readonly onChange: (sources: readonly string[] | null) => void
}

/** Which unions must rate the person: all of the scheme's, or some. Nothing where the scheme has no rating. */
export function SourceFields({ scheme, sources, onChange }: SourceFieldsProps) {
  const all = ratingComponents(scheme).flatMap(component => component.sources)
  if (all.length === 0) return null
  return (
    <Stack gap="xs">
      <Radio.Group
        label={ROSTER_FORM.sources}
        value={sources === null ? 'all' : 'own'}
        onChange={value => onChange(value === 'all' ? null : all.map(({ id }) => id))}
      >
        <Group gap="lg" mt={6}>
          <Radio value="all" label={ROSTER_FORM.sourcesAll} />
          <Radio value="own" label={ROSTER_FORM.sourcesOwn} />
        </Group>
      </Radio.Group>
      {sources !== null && (
        <Checkbox.Group
          aria-label={ROSTER_FORM.sourcesOwn}
          value={[...sources]}
          // In the scheme's order, so that the same choice is the same record.
          onChange={chosen => onChange(all.map(({ id }) => String(id)).filter(id => chosen.includes(id)))}
        >
          <Group gap="lg" pl="xl">
            {all.map(({ id, name }) => (
              <Checkbox key={id} value={id} label={name} />
            ))}
          </Group>
        </Checkbox.Group>
      )}
    </Stack>
  )
}
