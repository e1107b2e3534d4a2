import { Button, Drawer, Group, Stack, Text } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { FORM } from '#renderer/strings/form.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import classes from './form-drawer.module.css'
import { Notice } from './notice.tsx'

type FormDrawerProps = {
  readonly title: string
  /** Whether anything differs from what the form began with; closing an unchanged form asks nothing. */
  readonly changed: boolean
  /** A new record: saving asks for what must be filled in, also where nothing was typed yet. */
  readonly adding?: boolean
  /** While something must be filled in or mended first. */
  readonly disabled?: boolean
  /** The button that saves; left out: 保存. */
  readonly save?: string
  /** Saving takes something away: the button is red and `save` says what. */
  readonly dangerous?: boolean
  /** A draft that an earlier window left was taken up again (`useDraft().recovered`). */
  readonly recovered?: boolean
  /** What another window did to the record while the form was open (`useMeanwhile`), a line each. */
  readonly meanwhile?: readonly string[]
  /** What else can be done to the record, at the left of the foot: a button that removes it. */
  readonly more?: ReactNode
  readonly size?: number | string
  /** Resolves to false where it was not saved: the form stays, nothing typed is lost. */
  readonly onSave: () => unknown
  /** Saved, or left: the form goes, and a draft with it. */
  readonly onClose: () => void
  /** Begins again from the record, without the recovered draft. */
  readonly onStartOver?: () => void
  readonly children: ReactNode
}

/** A form over one record, at the right of the page. Ctrl+Enter saves. Shown while it is rendered. */
export function FormDrawer(props: FormDrawerProps) {
  const {
    title,
    changed,
    disabled = false,
    save = FORM.save,
    dangerous = false,
    recovered = false,
    adding = false,
    meanwhile = [],
    more,
    size = 520,
    children,
  } = props
  const [saving, setSaving] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const [refused, setRefused] = useState(0)
  const fields = useRef<HTMLDivElement>(null)
  // What must be mended may be out of sight.
  useEffect(() => {
    if (refused > 0) fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [refused])
  const store = async () => {
    if (saving || disabled) return
    if (!changed && !adding) {
      props.onClose()
      return
    }
    setSaving(true)
    try {
      if ((await props.onSave()) !== false) props.onClose()
      else setRefused(count => count + 1)
    } finally {
      setSaving(false)
    }
  }
  const leave = () => {
    if (saving) return
    if (changed) setLeaving(true)
    else props.onClose()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // An input method's Enter chooses characters.
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
    event.preventDefault()
    // What takes something away is pressed, not typed by the way.
    if (!dangerous) void store()
  }
  return (
    <>
      <Drawer
        opened
        onClose={leave}
        title={title}
        position="right"
        size={size}
        closeOnClickOutside={!changed}
        classNames={{ content: classes['content'] ?? '', body: classes['body'] ?? '' }}
        onKeyDown={onKeyDown}
        data-drawer="form"
      >
        <div className={classes['fields']} ref={fields}>
          <Stack gap="md">
            {recovered && changed && (
              <Notice>
                <Group justify="space-between" gap="sm">
                  <Text size="sm">{FORM.recovered}</Text>
                  {props.onStartOver && (
                    <Button size="compact-sm" variant="default" onClick={props.onStartOver}>
                      {FORM.startOver}
                    </Button>
                  )}
                </Group>
              </Notice>
            )}
            {meanwhile.length > 0 && (
              <Notice>
                <div role="status" data-meanwhile>
                  {meanwhile.map(line => (
                    <Text key={line} size="sm">
                      {line}
                    </Text>
                  ))}
                </div>
              </Notice>
            )}
            {children}
          </Stack>
        </div>
        <Group className={classes['foot'] ?? ''} justify="space-between" wrap="nowrap">
          <div>{more}</div>
          <Group gap="sm" wrap="nowrap">
            {!dangerous && (
              <Text size="xs" c="dimmed" visibleFrom="sm">
                {FORM.hint}
              </Text>
            )}
            <Button variant="default" onClick={leave} disabled={saving}>
              {FORM.cancel}
            </Button>
            <Button
              onClick={() => void store()}
              loading={saving}
              disabled={disabled}
              {...(dangerous && { color: 'red' })}
            >
              {save}
            </Button>
          </Group>
        </Group>
      </Drawer>
      {leaving && (
        <ConfirmDialog
          title={FORM.leave}
          confirm={FORM.leaveConfirm}
          cancel={FORM.leaveCancel}
          dangerous
          onConfirm={props.onClose}
          onClose={() => setLeaving(false)}
        >
          {FORM.leaveText}
        </ConfirmDialog>
      )}
    </>
  )
}
