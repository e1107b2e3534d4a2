import { z } from 'zod'
import { MOST_LINKS, reportEntrySchema, reportStandingSchema } from '#shared/domain/report/office-exchange.ts'
import { TOKEN } from '#shared/domain/report/report-exchange.ts'
import { reportFormSchema } from '#shared/domain/report/report-form.ts'
import { year } from '#shared/lib/fields.ts'

// Reporting online (网上报送). The host asks the one hub whose address the office entered, and only when one of these calls
// asks it to: `hub`, `disconnect` and `known` touch no network. Every other call may answer: hub-unreachable,
// hub-certificate, hub-key, not-a-hub, hub-busy, no-hub (none was entered), and a disk's codes.

const key = z.string().min(1).max(1_000)

const linksSchema = z.array(z.strictObject({ key, url: z.string() })).readonly()

export const reportingCalls = {
  /** The hub's address; null where none was entered. Its key never comes back. */
  'reporting.hub': { input: z.strictObject({}), output: z.strictObject({ address: z.string().nullable() }) },
  /**
   * Asks a hub whether the key is its office's, and keeps both; `certificate` (a file's bytes) is trusted for this hub beside
   * what the computer trusts. Errors: bad-request (no http or https address), not-a-certificate.
   */
  'reporting.connect': {
    input: z.strictObject({
      address: z.string().max(500),
      key: z.string().regex(TOKEN),
      certificate: z.base64().max(200_000).optional(),
    }),
    output: z.strictObject({ address: z.string() }),
  },
  /** Forgets address and key; what was published stays with the hub, its links stay known. */
  'reporting.disconnect': { input: z.strictObject({}), output: z.strictObject({}) },
  /** The links of a year, and how they stood when the hub was last asked; what was submitted comes with `fetch` only. */
  'reporting.known': {
    input: z.strictObject({ year }),
    output: z.strictObject({
      links: linksSchema,
      fetched: z.strictObject({ at: z.iso.datetime(), reports: z.array(reportStandingSchema).readonly() }).nullable(),
    }),
  },
  /**
   * Publishes forms, each under its link; `renew` makes new links, the old ones are void. Errors: hub-other-links (another
   * computer published them: without `renew` nothing is done).
   */
  'reporting.publish': {
    input: z.strictObject({
      year,
      forms: z.array(reportFormSchema).min(1).max(MOST_LINKS).readonly(),
      renew: z.boolean(),
    }),
    output: z.strictObject({ links: linksSchema }),
  },
  /** How all links stand, with what was submitted; nothing is changed anywhere. */
  'reporting.fetch': {
    input: z.strictObject({ year }),
    output: z.strictObject({ at: z.iso.datetime(), reports: z.array(reportEntrySchema).readonly() }),
  },
  /**
   * Fetches a file that was handed in with a report and keeps it as an attachment, under its hash. Errors: hub-changed (it
   * is not there any more), not-a-document, attachment-damaged (not what its hash says).
   */
  'reporting.takeFile': {
    input: z.strictObject({ year, key, sha256: z.string().regex(/^[0-9a-f]{64}$/), name: z.string().min(1).max(255) }),
    output: z.strictObject({ sha256: z.string(), size: z.int() }),
  },
  /** Gives a submitted report back with a reason. Errors: hub-changed (it does not stand as shown any more). */
  'reporting.return': {
    input: z.strictObject({ year, key, revision: z.int().min(0), reason: z.string().trim().min(1).max(500) }),
    output: z.strictObject({}),
  },
  /** Takes links back: the hub forgets them and all that was filled in. */
  'reporting.remove': {
    input: z.strictObject({ year, keys: z.array(key).min(1).max(MOST_LINKS) }),
    output: z.strictObject({}),
  },
} as const
