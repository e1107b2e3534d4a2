import { Button, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Panel } from '#renderer/components/panel.tsx'
import { VARIANTS } from '#renderer/strings/scheme-variants.ts'
import { newVariant, withVariants } from '#shared/domain/scheme/design/edit-variants.ts'
import { useDesigning, useTakenIds } from './designing.ts'
import { VariantEditor } from './variant-editor.tsx'

/** The districts' and industries' own versions of the scheme. */
export function VariantsEditor() {
  const { draft, set } = useDesigning()
  const taken = useTakenIds()
  const variants = draft.variants ?? []
  return (
    <Panel
      title={VARIANTS.title}
      name="design-variants"
      aside={
        <Button
          size="compact-sm"
          variant="light"
          leftSection={<IconPlus size={15} />}
          onClick={() => set(withVariants(draft, [...variants, newVariant(taken())]))}
        >
          {VARIANTS.add}
        </Button>
      }
    >
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {variants.length === 0 ? VARIANTS.none : VARIANTS.may}
        </Text>
        {variants.map((variant, index) => (
          <VariantEditor
            key={variant.id}
            variant={variant}
            path={`scheme.variants[${index}]`}
            others={variants.filter(each => each !== variant)}
            onChange={next => set(withVariants(draft, variants.with(index, next)))}
            onRemove={() => set(withVariants(draft, variants.toSpliced(index, 1)))}
          />
        ))}
      </Stack>
    </Panel>
  )
}
