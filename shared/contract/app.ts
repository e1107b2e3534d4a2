import { z } from 'zod'

/** What the host is and can do; the renderer asks this, never which host it is in. */
export const capabilitiesSchema = z.strictObject({
  version: z.string(),
  can: z.strictObject({
    /** The host can show a finished folder in the system's file manager. */
    reveal: z.boolean(),
    /** The host can hand a finished PDF to the system's own viewer; otherwise the page shows it itself. */
    open: z.boolean(),
  }),
})

export type Capabilities = Readonly<z.infer<typeof capabilitiesSchema>>

export const appCalls = {
  'app.capabilities': { input: z.strictObject({}), output: capabilitiesSchema },
} as const
