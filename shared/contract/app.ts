import { z } from 'zod'
import { year } from '#shared/lib/fields.ts'

/** What the host is and can do; the renderer asks this, never which host it is in. */
export const capabilitiesSchema = z.strictObject({
  version: z.string(),
  can: z.strictObject({
    /** The host can show a finished folder in the system's file manager. */
    reveal: z.boolean(),
    /** The host can hand a finished PDF to the system's own viewer; otherwise the page shows it itself. */
    open: z.boolean(),
    /** The host puts the projector's page on the second display by itself; otherwise the page opens a window. */
    projector: z.boolean(),
  }),
})

export type Capabilities = Readonly<z.infer<typeof capabilitiesSchema>>

export const appCalls = {
  'app.capabilities': { input: z.strictObject({}), output: capabilitiesSchema },
  /** Shows the projector's page of a year, or takes it away. Errors: not-found where the host has no projector. */
  'app.projector': {
    input: z.strictObject({ year, shown: z.boolean() }),
    output: z.strictObject({}),
  },
  /** The file that the system opened the app with (a backup that was double-clicked), once; null where there is none. */
  'app.takeFile': {
    input: z.strictObject({}),
    output: z.strictObject({ file: z.strictObject({ name: z.string(), base64: z.string() }).nullable() }),
  },
} as const

export const appEvents = {
  /** A file waits for `app.takeFile`. */
  'app.file': z.strictObject({}),
  /** A year was chosen in the system's own menu. */
  'app.year': z.strictObject({ year }),
} as const
