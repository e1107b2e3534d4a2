import { Button, Group, Paper, Stack, TagsInput, Text, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useContext } from 'react'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { VARIANTS } from '#renderer/strings/scheme-variants.ts'
import { type VariantDraft, variantPart, withVariantPart } from '#shared/domain/scheme/design/edit-variants.ts'
import { useDesigning } from './designing.ts'
import { FaultsContext, useFaultAt } from './fault-words-of.ts'
import { VariantPartEditor } from './variant-part-editor.tsx'
import { VariantWeights } from './variant-weights.tsx'

type VariantEditorProps = {
  readonly variant: VariantDraft
  readonly path: string
  readonly others: readonly VariantDraft[]
  readonly onChange: (variant: VariantDraft) => void
  readonly onRemove: () => void
}

/** One variant: whom it is for, and what it says otherwise than the main scheme. */
export function VariantEditor({ variant, path, others, onChange, onRemove }: VariantEditorProps) {
  const { draft } = useDesigning()
  const { instructors } = useYearData().evaluation
  const taken = new Set(others.flatMap(each => each.postings))
  const posted = instructors.flatMap(person => person.posting?.trim() || [])
  const known = new Set(posted)
  const strangers = variant.postings.filter(posting => !known.has(posting.trim()))
  const count = posted.filter(posting => variant.postings.some(each => each.trim() === posting)).length
  const name = variant.name.trim() || VARIANTS.unnamed
  const nameFault = useFaultAt(`${path}.name`)
  const postingsFault = usePostingsFault(path, variant.postings.length)
  return (
    <Paper withBorder p="md" data-scheme-variant={variant.id}>
      <Stack gap="md">
        <Group align="flex-start" wrap="nowrap">
          <TextInput
            w={220}
            label={VARIANTS.name}
            placeholder={VARIANTS.namePlaceholder}
            value={variant.name}
            error={nameFault}
            onChange={event => onChange({ ...variant, name: event.currentTarget.value })}
          />
          <TagsInput
            flex={1}
            label={VARIANTS.postings}
            placeholder={variant.postings.length === 0 ? VARIANTS.postingsPlaceholder : ''}
            description={VARIANTS.postingsHint}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            data={[...known].filter(posting => !taken.has(posting))}
            value={[...variant.postings]}
            acceptValueOnBlur
            error={postingsFault}
            onChange={postings => onChange({ ...variant, postings })}
          />
          <Button
            mt={24}
            variant="subtle"
            color="red"
            leftSection={<IconTrash size={15} />}
            onClick={onRemove}
            aria-label={`${VARIANTS.remove}：${name}`}
          >
            {VARIANTS.remove}
          </Button>
        </Group>
        {variant.postings.length > 0 && (
          <Text size="sm" c={strangers.length > 0 ? 'var(--pingyi-lack)' : 'dimmed'} role="status">
            {strangers.length > 0 ? VARIANTS.nobody(strangers) : VARIANTS.people(count)}
          </Text>
        )}
        <VariantWeights variant={variant} path={path} name={name} onChange={onChange} />
        {draft.components.map(component => (
          <VariantPartEditor
            key={component.id}
            component={component}
            part={variantPart(variant, component.id)}
            path={`${path}.components[${variant.components.findIndex(each => each.id === component.id)}]`}
            onChange={part => onChange(withVariantPart(variant, part))}
          />
        ))}
      </Stack>
    </Paper>
  )
}

/** What is wrong with the postings as a whole, or with the first that is wrong. */
function usePostingsFault(path: string, count: number): string | null {
  const faultAt = useContext(FaultsContext)
  const places = Array.from({ length: count }, (_, index) => `${path}.postings[${index}]`)
  return [`${path}.postings`, ...places].map(faultAt).find(fault => fault !== null) ?? null
}
