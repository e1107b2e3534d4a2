import { Text } from '@mantine/core'
import { SCHEME } from '#renderer/strings/scheme.ts'
import { SCHEME_DESIGN } from '#renderer/strings/scheme-design.ts'
import { useDesigning } from './designing.ts'
import { ListEditor } from './list-editor.tsx'

/** What decides between equal totals, first things first. */
export function TiesEditor() {
  const { draft, set } = useDesigning()
  const breakers = draft.tieBreakers ?? []
  const nameOf = (id: string) =>
    id === 'excellentRate' ? SCHEME.excellentRate : (draft.components.find(each => each.id === id)?.name ?? id)
  const all = [...draft.components.map(each => each.id), 'excellentRate']
  const left = all.filter(id => !breakers.includes(id))
  return (
    <div>
      <ListEditor
        label={SCHEME_DESIGN.ties}
        path="scheme.tieBreakers"
        items={breakers}
        keyOf={id => id}
        nameOf={nameOf}
        least={0}
        onChange={items => set({ ...draft, tieBreakers: [...items] })}
        add={{
          label: SCHEME_DESIGN.addTie,
          choices: left.map(id => ({ label: nameOf(id), make: () => id })),
        }}
        columns={[
          {
            title: SCHEME_DESIGN.ties,
            cell: (id, { index }) => (
              <Text size="sm" pt={5}>
                {index + 1}. {nameOf(id)}
              </Text>
            ),
          },
        ]}
      />
      {breakers.length === 0 && (
        <Text size="xs" c="dimmed">
          {SCHEME_DESIGN.noTies}
        </Text>
      )}
    </div>
  )
}
