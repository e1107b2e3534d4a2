import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { writeWholeFile } from '#electron/host/write-whole-file.ts'

const runningSchema = z.strictObject({ origin: z.string().regex(/^http:\/\/127\.0\.0\.1:\d+$/), token: z.string() })
const replySchema = z.object({ ok: z.literal(true), data: z.object({ version: z.string() }) })
export type RunningHost = Readonly<z.infer<typeof runningSchema>>

const fileIn = (data: string) => join(data, 'running.json')

/** Notes where this start can be reached, for a second start to join; readable by this user only, as it holds the token. */
export async function noteRunning(data: string, host: RunningHost): Promise<void> {
  await writeWholeFile(fileIn(data), Buffer.from(JSON.stringify(host)), 0o600)
}

export async function forgetRunning(data: string): Promise<void> {
  await rm(fileIn(data), { force: true })
}

/** The start that already runs on this data folder, if it really answers; a note left by a crash is no host. */
export async function findRunning(data: string): Promise<RunningHost | null> {
  const text = await readFile(fileIn(data), 'utf8').catch(() => null)
  if (text === null) return null
  try {
    const host = runningSchema.parse(JSON.parse(text))
    const response = await fetch(`${host.origin}/host/app.capabilities`, {
      method: 'POST',
      headers: { authorization: `Bearer ${host.token}`, 'content-type': 'application/json' },
      body: '{}',
      signal: AbortSignal.timeout(2000),
    })
    // Another program may have the port by now, and answer anything.
    return replySchema.safeParse(await response.json()).success ? host : null
  } catch {
    return null
  }
}
