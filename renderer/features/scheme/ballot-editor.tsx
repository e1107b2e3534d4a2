import { Checkbox, Select, SimpleGrid, Stack, Text } from '@mantine/core'
import { SCHEME } from '#renderer/strings/scheme.ts'
import { SCHEME_DESIGN } from '#renderer/strings/scheme-design.ts'
import type { BallotDraft } from '#shared/domain/scheme/design/new-component.ts'
import { nextGroupId, nextId } from '#shared/domain/scheme/design/next-id.ts'
import { useSetComponent, useTakenIds } from './designing.ts'
import { ScaleEditor } from './scale-editor.tsx'
import { choicesOf, isKeyOf } from './select-data.ts'
import { WeightsEditor } from './weights-editor.tsx'

type VoterGroupDraft = BallotDraft['groups'][number]

/** Who votes, on what, and with which choices. */
export function BallotEditor({ component, path }: { readonly component: BallotDraft; readonly path: string }) {
  const setComponent = useSetComponent()
  const taken = useTakenIds()
  const { groups, indicators } = component
  const setGroups = (items: readonly VoterGroupDraft[]) => setComponent({ ...component, groups: [...items] })
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
      <Stack gap="md">
        <WeightsEditor<VoterGroupDraft>
          label={SCHEME.groups}
          nameTitle={SCHEME.groupName}
          path={`${path}.groups`}
          items={groups}
          onChange={setGroups}
          add={{ label: SCHEME_DESIGN.addGroup, make: () => ({ id: nextGroupId(taken()), name: '', weight: '' }) }}
          code={{
            title: SCHEME.group,
            cell: group => (
              <Text size="sm" fw={600} pt={8}>
                {group.id}
              </Text>
            ),
          }}
          more={{
            title: SCHEME_DESIGN.peers,
            width: 52,
            cell: (group, label) => (
              <Checkbox
                aria-label={label}
                mt={8}
                checked={group.peers ?? false}
                onChange={event => {
                  const { peers: _peers, ...plain } = group
                  const changed = event.currentTarget.checked ? { ...plain, peers: true } : plain
                  setGroups(groups.map(each => (each === group ? changed : each)))
                }}
              />
            ),
          }}
        />
        <Select
          label={SCHEME_DESIGN.emptyGroup}
          data={choicesOf(SCHEME_DESIGN.whenEmpty)}
          value={component.emptyGroup}
          allowDeselect={false}
          maw={280}
          onChange={value =>
            isKeyOf(SCHEME_DESIGN.whenEmpty, value) && setComponent({ ...component, emptyGroup: value })
          }
        />
      </Stack>
      <Stack gap="lg">
        <ScaleEditor component={component} path={`${path}.scale`} />
        <WeightsEditor
          label={SCHEME.indicators}
          nameTitle={SCHEME.indicator}
          path={`${path}.indicators`}
          items={indicators}
          onChange={items => setComponent({ ...component, indicators: [...items] })}
          add={{ label: SCHEME_DESIGN.addIndicator, make: () => ({ id: nextId('k', taken()), name: '', weight: '' }) }}
        />
      </Stack>
    </SimpleGrid>
  )
}
