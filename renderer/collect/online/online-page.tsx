import { Button, Group, Menu, Text } from '@mantine/core'
import { IconChevronDown, IconCloudDownload, IconCloudUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { useSendForms } from '#renderer/collect/use-send-forms.ts'
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx'
import { EmptyNote } from '#renderer/components/empty-note.tsx'
import { Page } from '#renderer/components/page.tsx'
import { Panel } from '#renderer/components/panel.tsx'
import { PlainTable } from '#renderer/components/plain-table.tsx'
import { printCards } from '#renderer/components/print-cards.ts'
import { printTable } from '#renderer/components/print-table.ts'
import { REPORTING } from '#renderer/strings/reporting.ts'
import { timeText } from '#renderer/strings/time-text.ts'
import type { ReportEntry } from '#shared/domain/report/office-exchange.ts'
import type { ReportForm } from '#shared/domain/report/report-form.ts'
import { ConnectPanel } from './connect-panel.tsx'
import { LinkActions } from './link-actions.tsx'
import { linkCard } from './link-card.ts'
import { linkListBook } from './link-list.ts'
import { type LinkRow, linkRows, stateCounts } from './link-rows.ts'
import { ReportStateMark } from './report-state.tsx'
import type { Online } from './use-online.ts'
import { useOnlineActs } from './use-online-acts.ts'

type OnlinePageProps = {
  readonly year: number
  /** What is collected: 综合评定. */
  readonly what: string
  readonly forms: readonly ReportForm[]
  readonly deadline: string
  readonly online: Online
  /** Shows what was submitted before anything is taken; null where nothing may be changed. */
  readonly onLook: ((reports: readonly ReportEntry[]) => void) | null
  readonly onClose: () => void
}

/** Reporting online: connect, publish, see who has reported, fetch, give back. */
export function OnlinePage({ year, what, forms, deadline, online, onLook, onClose }: OnlinePageProps) {
  const sending = useSendForms()
  const [asking, setAsking] = useState<'publish' | 'disconnect' | null>(null)
  const [otherLinks, setOtherLinks] = useState(false)
  const acts = useOnlineActs(year, online.reload, () => setOtherLinks(true))
  const [reports, setReports] = useState<readonly ReportEntry[] | null>(null)
  const rows = linkRows(forms, online)
  const keys = new Set(rows.map(row => row.key))
  const submitted = (reports ?? []).filter(report => report.submitted !== null && keys.has(report.key))
  const title = REPORTING.listTitle(year, what)
  const published = rows.filter(row => row.url !== null)
  const cards = published.map(({ name, url }) => linkCard(title, name, url ?? '', deadline))
  const back = (
    <Button variant="default" onClick={onClose}>
      {REPORTING.back}
    </Button>
  )
  if (online.address === null)
    return (
      <Page name="online" title={`${what} · ${REPORTING.title}`} lead={REPORTING.lead} actions={back}>
        <ConnectPanel onConnected={online.reload} />
      </Page>
    )
  return (
    <Page
      name="online"
      title={`${what} · ${REPORTING.title}`}
      lead={REPORTING.lead}
      actions={
        <>
          {back}
          <Menu position="bottom-end">
            <Menu.Target>
              <Button variant="default" rightSection={<IconChevronDown size={14} />}>
                {REPORTING.actions}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item
                disabled={published.length === 0}
                onClick={() =>
                  void sending.send('', [
                    { name: REPORTING.listFile(year, what), book: () => linkListBook(title, deadline, rows) },
                  ])
                }
              >
                {REPORTING.exportList}
              </Menu.Item>
              <Menu.Item disabled={published.length === 0} onClick={() => printCards(cards)}>
                {REPORTING.printCards}
              </Menu.Item>
              <Menu.Item
                disabled={published.length === 0}
                onClick={() =>
                  printTable({
                    title,
                    notes: [...(deadline === '' ? [] : [REPORTING.listDue(deadline)]), REPORTING.listNote],
                    heads: [REPORTING.reporter, REPORTING.link],
                    rows: published.map(({ name, url }) => [name, url ?? '']),
                  })
                }
              >
                {REPORTING.printList}
              </Menu.Item>
              <Menu.Divider />
              <Menu.Item onClick={() => setAsking('disconnect')}>{REPORTING.disconnect}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
          {onLook && (
            <Button
              variant="default"
              leftSection={<IconCloudUpload size={16} />}
              disabled={forms.length === 0 || acts.busy}
              onClick={() => setAsking('publish')}
            >
              {published.length === forms.length && forms.length > 0
                ? REPORTING.publishAgain
                : REPORTING.publish(forms.length - published.length)}
            </Button>
          )}
          <Button
            variant={submitted.length > 0 ? 'default' : 'filled'}
            leftSection={<IconCloudDownload size={16} />}
            loading={acts.busy}
            disabled={published.length === 0}
            onClick={() => void acts.fetch().then(found => found && setReports(found))}
          >
            {REPORTING.fetch}
          </Button>
          {onLook && submitted.length > 0 && (
            <Button onClick={() => onLook(submitted)}>{REPORTING.look(submitted.length)}</Button>
          )}
        </>
      }
    >
      <Panel
        name="links"
        title={REPORTING.hub}
        aside={
          <Text size="sm" c="dimmed">
            {online.address} · {online.at ? REPORTING.fetched(timeText(online.at)) : REPORTING.notFetched}
          </Text>
        }
        flush
      >
        {rows.length === 0 ? (
          <EmptyNote title={REPORTING.none} text="" />
        ) : (
          <>
            <Group px="md" py="xs">
              <Text size="sm">{REPORTING.counts(stateCounts(rows))}</Text>
            </Group>
            <PlainTable
              label={REPORTING.title}
              columns={[
                { title: REPORTING.reporter, width: 220 },
                { title: REPORTING.state, width: 190 },
                { title: REPORTING.progress, align: 'right', width: 80 },
                { title: REPORTING.when, width: 200 },
                { title: REPORTING.reason },
                { title: REPORTING.actions, width: 60 },
              ]}
              rows={rows.map(row => ({
                key: row.key,
                cells: [
                  row.name,
                  <ReportStateMark key="state" state={stateOf(row)} deadline={deadline} />,
                  row.standing ? `${row.standing.done}/${row.standing.people}` : '—',
                  row.standing?.at && row.standing.state !== 'unopened' ? timeText(row.standing.at) : '—',
                  row.standing?.reason ?? '',
                  <LinkActions key="actions" row={row} acts={acts} title={title} deadline={deadline} />,
                ],
              }))}
            />
          </>
        )}
      </Panel>
      {asking === 'publish' && (
        <ConfirmDialog
          title={REPORTING.publishTitle(forms.length)}
          confirm={published.length === forms.length ? REPORTING.publishAgain : REPORTING.publish(forms.length)}
          onConfirm={async () => void (await acts.publish(forms, false))}
          onClose={() => setAsking(null)}
        >
          <Text size="sm">{REPORTING.publishText}</Text>
        </ConfirmDialog>
      )}
      {otherLinks && (
        <ConfirmDialog
          title={REPORTING.otherLinks}
          confirm={REPORTING.otherLinksRenew}
          dangerous
          onConfirm={() => acts.publish(forms, true)}
          onClose={() => setOtherLinks(false)}
        >
          <Text size="sm">{REPORTING.otherLinksText}</Text>
        </ConfirmDialog>
      )}
      {asking === 'disconnect' && (
        <ConfirmDialog
          title={REPORTING.disconnectTitle}
          confirm={REPORTING.disconnect}
          onConfirm={acts.disconnect}
          onClose={() => setAsking(null)}
        >
          <Text size="sm">{REPORTING.disconnectText}</Text>
        </ConfirmDialog>
      )}
    </Page>
  )
}

function stateOf({ url, standing }: LinkRow) {
  return url === null ? null : (standing?.state ?? 'unopened')
}
