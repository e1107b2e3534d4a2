import { Group, Stack, Table, Text } from '@mantine/core'
import { SCHEME } from '#renderer/strings/scheme.ts'
import { totalWords } from '#renderer/strings/scheme-design.ts'
import { VARIANTS } from '#renderer/strings/scheme-variants.ts'
import { type VariantDraft, variantPart, withVariantPart } from '#shared/domain/scheme/design/edit-variants.ts'
import { runningTotal } from '#shared/domain/scheme/design/running-total.ts'
import { DecimalField } from './decimal-field.tsx'
import { useDesigning } from './designing.ts'
import { moveInList } from './move-in-list.ts'
import { FAULT_COLOUR, WHOLE_COLOUR } from './told-colours.ts'

type VariantWeightsProps = {
  readonly variant: VariantDraft
  readonly path: string
  readonly name: string
  readonly onChange: (variant: VariantDraft) => void
}

/** The components' weights beside the main scheme's; what is left empty is as there. */
export function VariantWeights({ variant, path, name, onChange }: VariantWeightsProps) {
  const { components } = useDesigning().draft
  const total = runningTotal(components.map(each => variantPart(variant, each.id).weight ?? each.weight))
  return (
    <Stack gap={4} maw={560}>
      <Table verticalSpacing={4} horizontalSpacing={6} aria-label={VARIANTS.parts(name)} onKeyDown={moveInList}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{SCHEME.component}</Table.Th>
            <Table.Th scope="col" ta="right" w={100}>
              {VARIANTS.main}
            </Table.Th>
            <Table.Th scope="col" w={150}>
              {VARIANTS.own}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {components.map(component => {
            const { weight, ...rest } = variantPart(variant, component.id)
            const index = variant.components.findIndex(each => each.id === component.id)
            return (
              <Table.Tr key={component.id} data-list-row>
                <Table.Td>{component.name}</Table.Td>
                <Table.Td ta="right">{SCHEME.percent(component.weight)}</Table.Td>
                <Table.Td data-list-cell={VARIANTS.own}>
                  <DecimalField
                    aria-label={`${name}：${component.name}${VARIANTS.own}`}
                    path={`${path}.components[${index}].weight`}
                    value={weight ?? ''}
                    placeholder={VARIANTS.same}
                    onChange={text =>
                      onChange(withVariantPart(variant, text === '' ? rest : { ...rest, weight: text }))
                    }
                  />
                </Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
      <Group justify="flex-end" px={6}>
        <Text
          size="sm"
          fw={600}
          c={total.state === 'whole' ? WHOLE_COLOUR : FAULT_COLOUR}
          role="status"
          data-total={total.state}
        >
          {totalWords(total)}
        </Text>
      </Group>
    </Stack>
  )
}
