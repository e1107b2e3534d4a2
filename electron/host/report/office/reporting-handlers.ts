import { refuse } from '#electron/host/answer-call.ts'
import { digestOf, keepAttachment } from '#electron/host/attachments/keep-attachment.ts'
import { newToken } from '#electron/host/report/new-token.ts'
import { secretHash } from '#electron/host/report/secret-hash.ts'
import { diskFailure } from '#electron/host/sheets/disk-failure.ts'
import { inTurn } from '#electron/host/workbook/in-turn.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import type { Reply } from '#shared/contract/reply.ts'
import { OFFICE_PATHS, type OfficeReply } from '#shared/domain/report/office-exchange.ts'
import { reportKey } from '#shared/domain/report/report-form.ts'
import { isAttachmentName } from '#shared/domain/self/attachment-kinds.ts'
import { readCertificates } from './hub-certificates.ts'
import { askHub, askHubFile, type Hub, hubAddress } from './hub-link.ts'
import { officeRecords, type YearLinks } from './office-records.ts'

type ReportingHandlers = Pick<Handlers, Extract<keyof Handlers, `reporting.${string}`>>

/**
 * The office's side of reporting online. The network is touched by the calls that say so, towards the entered hub alone;
 * one call at a time, so that two windows never mix two states of the links.
 */
export function createReportingHandlers(dataFolder: string, now: () => Date): ReportingHandlers {
  const records = officeRecords(dataFolder)
  const turn = inTurn(1)
  const one = <T>(work: () => Promise<Reply<T>>): Promise<Reply<T>> => turn(() => orDiskCode(work))

  /** Asks the entered hub; `use` has its answer, where that is the one that was expected. */
  const ask = async <Status extends OfficeReply['status'], T>(
    path: string,
    body: unknown,
    expected: Status,
    use: (reply: Extract<OfficeReply, { status: Status }>, hub: Hub) => Promise<Reply<T>>,
  ): Promise<Reply<T>> => {
    const hub = await records.hub()
    if (!hub) return refuse('no-hub')
    const reply = await askHub(hub, path, body)
    if (!reply.ok) return refuse(reply.error)
    if (reply.value.status === 'changed') return refuse('hub-changed')
    if (reply.value.status === 'other-links') return refuse('hub-other-links')
    if (!isReply(reply.value, expected)) return refuse('not-a-hub')
    return use(reply.value, hub)
  }

  return {
    'reporting.hub': () => one(async () => ({ ok: true, data: { address: (await records.hub())?.address ?? null } })),
    'reporting.connect': ({ address: typed, key, certificate: file }) =>
      one(async () => {
        const address = hubAddress(typed)
        if (address === null) return refuse('bad-request')
        const certificate = file === undefined ? undefined : readCertificates(Buffer.from(file, 'base64'))
        if (certificate === null) return refuse('not-a-certificate')
        const hub = { address, key, ...(certificate !== undefined && { certificate }) }
        const reply = await askHub(hub, OFFICE_PATHS.check, {})
        if (!reply.ok) return refuse(reply.error)
        await records.setHub(hub)
        return { ok: true, data: { address } }
      }),
    'reporting.disconnect': () =>
      one(async () => {
        await records.setHub(null)
        return { ok: true, data: {} }
      }),
    'reporting.known': ({ year }) =>
      one(async () => {
        const known = await records.year(year)
        const hub = await records.hub()
        return { ok: true, data: { links: hub ? linksOf(known, hub) : [], fetched: known.fetched } }
      }),
    'reporting.publish': ({ year, forms, renew }) =>
      one(async () => {
        const before = await records.year(year)
        const tokens = new Map(before.links.map(link => [link.key, link]))
        for (const form of forms) {
          const key = reportKey(form)
          const old = tokens.get(key)
          if (!old || (renew && old.published)) tokens.set(key, { key, token: newToken(), published: false })
        }
        // Kept first: a link that the hub has and nobody knows could never be handed out again.
        await records.setYear(year, { ...before, links: [...tokens.values()] })
        const links = forms.map(form => {
          const key = reportKey(form)
          return { key, token: secretHash(tokens.get(key)?.token ?? '').toString('hex'), form }
        })
        return ask(OFFICE_PATHS.publish, { year, links, renew }, 'done', async (_, hub) => {
          const sent = new Set(links.map(link => link.key))
          const after = {
            ...before,
            links: [...tokens.values()].map(link => (sent.has(link.key) ? { ...link, published: true } : link)),
          }
          await records.setYear(year, after)
          return { ok: true, data: { links: linksOf(after, hub) } }
        })
      }),
    'reporting.fetch': ({ year }) =>
      one(() =>
        ask(OFFICE_PATHS.fetch, { year }, 'fetched', async ({ reports }) => {
          const at = now().toISOString()
          const standing = reports.map(({ submitted: _, ...report }) => report)
          await records.setYear(year, { ...(await records.year(year)), fetched: { at, reports: standing } })
          return { ok: true, data: { at, reports } }
        }),
      ),
    'reporting.takeFile': ({ name, ...file }) =>
      one(async () => {
        const hub = await records.hub()
        if (!hub) return refuse('no-hub')
        // Before it is asked for: a program is not even fetched.
        if (!isAttachmentName(name)) return refuse('not-a-document')
        const bytes = await askHubFile(hub, OFFICE_PATHS.file, file)
        if (!bytes.ok) return refuse(bytes.error)
        if (digestOf(bytes.value) !== file.sha256) return refuse('attachment-damaged')
        return { ok: true, data: await keepAttachment(dataFolder, bytes.value) }
      }),
    'reporting.return': given =>
      one(() => ask(OFFICE_PATHS.return, given, 'done', async () => ({ ok: true, data: {} }))),
    'reporting.remove': ({ year, keys }) =>
      one(() =>
        ask(OFFICE_PATHS.remove, { year, keys }, 'done', async () => {
          const { links, fetched } = await records.year(year)
          const stays = ({ key }: { readonly key: string }) => !keys.includes(key)
          await records.setYear(year, {
            links: links.filter(stays),
            fetched: fetched && { ...fetched, reports: fetched.reports.filter(stays) },
          })
          return { ok: true, data: {} }
        }),
      ),
  }
}

function isReply<Status extends OfficeReply['status']>(
  reply: OfficeReply,
  status: Status,
): reply is Extract<OfficeReply, { status: Status }> {
  return reply.status === status
}

/** A link's secret stands behind `#`: browsers send that to nobody, no server and no proxy writes it down. */
function linksOf({ links }: YearLinks, { address }: Hub) {
  return links.filter(link => link.published).map(({ key, token }) => ({ key, url: `${address}#${token}` }))
}

async function orDiskCode<T>(work: () => Promise<Reply<T>>): Promise<Reply<T>> {
  try {
    return await work()
  } catch (error) {
    const code = diskFailure(error)
    if (code === null) throw error
    return refuse(code)
  }
}
