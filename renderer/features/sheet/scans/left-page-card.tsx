import { Button, Card, Group, Image, Select, Stack, Text, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { SCANS } from '#renderer/strings/scans.ts'
import { forms } from '#shared/sheets/forms.ts'
import type { SheetKey } from '#shared/sheets/scans/sheet-digests.ts'
import type { LeftPage } from '#shared/sheets/scans/sort-pages.ts'

type LeftPageCardProps = {
  readonly page: LeftPage
  readonly picture: string
  /** 扫描.pdf 第 3 页 */
  readonly from: string
  /** Instructor ids and what they are called. */
  readonly people: readonly { readonly value: string; readonly label: string }[]
  readonly whatOf: (sheet: SheetKey) => string
  readonly onShow: () => void
  readonly onPlace: (placement: SheetKey | 'aside') => void
}

/** A page that did not file itself: its picture, why, and what can be done with it. */
export function LeftPageCard({ page, picture, from, people, whatOf, onShow, onPlace }: LeftPageCardProps) {
  const [form, setForm] = useState<string | null>(page.sheet?.form ?? null)
  const [person, setPerson] = useState<string | null>(page.sheet?.instructor ?? null)
  const chosen = forms.find(each => each.id === form)
  const sheet = sheetChosen(chosen, person)
  const { code, sheet: own } = page
  return (
    <Card withBorder padding="sm" data-left={page.why}>
      <Group align="flex-start" wrap="nowrap" gap="md">
        <UnstyledButton onClick={onShow} aria-label={SCANS.previewOf(from)} flex="none">
          <Image src={picture} alt="" w={150} h={200} fit="contain" bg="var(--pingyi-soft)" />
        </UnstyledButton>
        <Stack gap={6} miw={0} flex={1}>
          <Text fw={600} size="sm">
            {SCANS.why[page.why]}
            {page.missing.length > 0 && `（${SCANS.missing(page.missing)}）`}
          </Text>
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {from}
            {code &&
              `　${SCANS.codeYear(code.year)}　${own ? whatOf(own) : code.form}　${SCANS.codePage(code.page, code.pages)}`}
          </Text>
          {own ? (
            <Button size="compact-sm" variant="light" w="fit-content" onClick={() => onPlace(own)}>
              {SCANS.assignThere(whatOf(own))}
            </Button>
          ) : (
            <>
              <Select
                size="xs"
                searchable
                placeholder={SCANS.chooseForm}
                aria-label={SCANS.chooseForm}
                data={forms.map(each => ({ value: each.id, label: each.title }))}
                value={form}
                onChange={setForm}
              />
              {chosen?.per === 'instructor' && (
                <Select
                  size="xs"
                  searchable
                  placeholder={SCANS.choosePerson}
                  aria-label={SCANS.choosePerson}
                  data={[...people]}
                  value={person}
                  onChange={setPerson}
                />
              )}
              <Button
                size="compact-sm"
                variant="light"
                w="fit-content"
                disabled={sheet === null}
                onClick={() => sheet && onPlace(sheet)}
              >
                {SCANS.assign}
              </Button>
            </>
          )}
          <Button size="compact-sm" variant="subtle" w="fit-content" onClick={() => onPlace('aside')}>
            {SCANS.aside}
          </Button>
        </Stack>
      </Group>
    </Card>
  )
}

function sheetChosen(form: (typeof forms)[number] | undefined, person: string | null): SheetKey | null {
  if (!form) return null
  if (form.per === 'year') return { form: form.id, instructor: null }
  return person === null ? null : { form: form.id, instructor: person }
}
