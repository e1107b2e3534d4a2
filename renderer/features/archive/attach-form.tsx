import { Button, FileButton, Group, NumberInput, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useAttachments } from '#renderer/collect/use-attachments.ts'
import { DateField } from '#renderer/components/date-field.tsx'
import { FormDrawer } from '#renderer/components/form-drawer.tsx'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useTellingChange } from '#renderer/editing/use-telling-change.ts'
import { ARCHIVE } from '#renderer/strings/archive.ts'
import { personLabels } from '#renderer/strings/person-labels.ts'
import { nextAttachedId } from '#shared/domain/decision/attached.ts'
import { DOCUMENT_KINDS } from '#shared/domain/decision/document-kind.ts'
import { ATTACHMENT_ENDINGS } from '#shared/domain/self/attachment-kinds.ts'
import { forms } from '#shared/sheets/forms.ts'
import { type AttachDraft, attachedOf, EMPTY_ATTACH, isFilled } from './attach-draft.ts'

const words = ARCHIVE.attached.form

/** One file: what it is, whose, how many pages. */
export function AttachForm({ onClose }: { readonly onClose: () => void }) {
  const { instructors } = useYearData().evaluation
  const { keep } = useAttachments()
  const change = useTellingChange()
  const [draft, setDraft] = useState<AttachDraft>(EMPTY_ATTACH)
  const [busy, setBusy] = useState(false)
  const set = (part: Partial<AttachDraft>) => setDraft(before => ({ ...before, ...part }))
  const text = (label: string, key: 'title' | 'responsible' | 'documentNumber' | 'note', required = false) => (
    <TextInput
      label={label}
      withAsterisk={required}
      maxLength={200}
      value={draft[key]}
      onChange={event => set({ [key]: event.currentTarget.value })}
    />
  )
  const choose = async (file: File | null) => {
    if (!file) return
    setBusy(true)
    const kept = await keep(file)
    setBusy(false)
    // The file's own name is a good title to begin with.
    if (kept) set({ file: kept, title: draft.title || kept.name.replace(/\.[^.]+$/, '') })
  }
  const save = () =>
    change(ARCHIVE.attached.acts.add(draft.file?.name ?? ''), now => {
      const added = attachedOf(draft, nextAttachedId(now.attached))
      return added ? { ...now, attached: [...(now.attached ?? []), added] } : 'conflict'
    })
  const personal = forms.find(form => form.id === draft.form)?.per === 'instructor'
  const names = personLabels(instructors)
  return (
    <FormDrawer
      title={words.title}
      changed={draft !== EMPTY_ATTACH}
      disabled={!isFilled(draft, personal)}
      save={words.save}
      onSave={save}
      onClose={onClose}
    >
      <Stack gap="md">
        <Group gap="sm">
          <FileButton accept={ATTACHMENT_ENDINGS.join(',')} onChange={file => void choose(file)}>
            {button => (
              <Button {...button} variant="default" loading={busy}>
                {words.file}
              </Button>
            )}
          </FileButton>
          {draft.file && <Text size="sm">{words.chosen(draft.file.name)}</Text>}
        </Group>
        <SegmentedControl
          value={draft.as}
          onChange={as => set({ as })}
          data={[
            { value: 'signed', label: words.as.signed },
            { value: 'document', label: words.as.document },
          ]}
        />
        {draft.as === 'signed' ? (
          <>
            <Select
              label={words.form}
              withAsterisk
              searchable
              data={forms.map(form => ({ value: form.id, label: form.title }))}
              value={draft.form}
              onChange={form => set({ form, instructor: null })}
            />
            {personal && (
              <Select
                label={words.person}
                withAsterisk
                searchable
                data={instructors.map(person => ({ value: person.id, label: names.get(person.id) ?? person.name }))}
                value={draft.instructor}
                onChange={instructor => set({ instructor })}
              />
            )}
          </>
        ) : (
          <>
            {text(words.documentTitle, 'title', true)}
            <Select
              label={words.kind}
              allowDeselect={false}
              data={DOCUMENT_KINDS.map(kind => ({ value: kind, label: ARCHIVE.settings.kinds[kind] }))}
              value={draft.kind}
              onChange={kind => kind !== null && set({ kind })}
            />
            {text(words.responsible, 'responsible')}
            {text(words.number, 'documentNumber')}
            {text(words.note, 'note')}
          </>
        )}
        <Group align="flex-start">
          <NumberInput
            label={words.pages}
            withAsterisk
            w={120}
            min={1}
            max={100_000}
            allowDecimal={false}
            value={draft.pages ?? ''}
            onChange={value => set({ pages: typeof value === 'number' ? value : null })}
          />
          <DateField label={words.date} withAsterisk w={200} value={draft.date} onChange={date => set({ date })} />
        </Group>
      </Stack>
    </FormDrawer>
  )
}
