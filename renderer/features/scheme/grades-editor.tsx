import { Select } from '@mantine/core'
import { Panel } from '#renderer/components/panel.tsx'
import { SCHEME } from '#renderer/strings/scheme.ts'
import { SCHEME_DESIGN } from '#renderer/strings/scheme-design.ts'
import { nextId } from '#shared/domain/scheme/design/next-id.ts'
import { SUGGESTION_WORDS } from '#shared/domain/score/words.ts'
import { DecimalField } from './decimal-field.tsx'
import { useDesigning, useTakenIds } from './designing.ts'
import { ListEditor } from './list-editor.tsx'
import { choicesOf, isKeyOf } from './select-data.ts'
import { TextCell } from './text-cell.tsx'

/** What each grade leads to; the best leads to an award and to renewal. */
const CONSEQUENCES = { ...SUGGESTION_WORDS, award: `${SUGGESTION_WORDS.award}、${SUGGESTION_WORDS.renew}` }

/** The grades, best first, with their lines. */
export function GradesEditor() {
  const { draft, set } = useDesigning()
  const taken = useTakenIds()
  const { grades } = draft
  type Grade = (typeof grades)[number]
  const put = (index: number, grade: Grade) => set({ ...draft, grades: [...grades.with(index, grade)] })
  const make = (): Grade => ({ id: nextId('g', taken()), label: '', min: '', consequence: 'renew' })
  return (
    <Panel title={SCHEME.grades} name="design-grades">
      <ListEditor
        label={SCHEME.grade}
        path="scheme.grades"
        items={grades}
        keyOf={item => item.id}
        nameOf={item => item.label}
        least={2}
        onChange={items => set({ ...draft, grades: [...items] })}
        add={{ label: SCHEME_DESIGN.addGrade, choices: [{ label: SCHEME_DESIGN.addGrade, make }] }}
        columns={[
          {
            title: SCHEME.grade,
            cell: (item, { label, path, index }) => (
              <TextCell
                label={label}
                path={`${path}.label`}
                value={item.label}
                onChange={value => put(index, { ...item, label: value })}
              />
            ),
          },
          {
            title: SCHEME.line,
            width: 110,
            cell: (item, { label, path, index }) => (
              <DecimalField
                aria-label={label}
                path={`${path}.min`}
                value={item.min}
                onChange={min => put(index, { ...item, min })}
              />
            ),
          },
          {
            title: SCHEME.consequence,
            width: 270,
            cell: (item, { label, index }) => (
              <Select
                aria-label={label}
                data={choicesOf(CONSEQUENCES)}
                value={item.consequence}
                allowDeselect={false}
                onChange={value => isKeyOf(CONSEQUENCES, value) && put(index, { ...item, consequence: value })}
              />
            ),
          },
        ]}
      />
    </Panel>
  )
}
