import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { timeEach } from '#tests/bench/rounds.ts'
import { definitionsOf } from './definitions-of.ts'

export type NaiveApp = {
  /** Milliseconds for each of so many files. The first call loads the library. */
  readonly print: (sheets: number) => Promise<number>
  readonly close: () => void
}

/**
 * Naive pdfmake in a process of its own, as ours is: nothing there is warm, or slow, from what others do with the same library.
 * The definitions are ready before, and no file is flushed.
 */
export async function openNaive(): Promise<NaiveApp> {
  const child = fork(fileURLToPath(import.meta.url), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const gone = once(child, 'exit').then(() => Promise.reject(new Error('naive pdfmake ended')))
  gone.catch(() => undefined)
  const answer = async () => (await Promise.race([once(child, 'message'), gone]))[0]
  await answer()
  return {
    print: async sheets => {
      child.send(sheets)
      return Number(await answer())
    },
    close: () => {
      if (child.connected) child.disconnect()
    },
  }
}

function serve(): void {
  const definitions = definitionsOf(60)
  process.on('message', async sheets => {
    process.send?.(await printed(Number(sheets), definitions))
  })
  process.on('disconnect', () => process.exit())
  process.send?.('up')
}

async function printed(sheets: number, definitions: ReturnType<typeof definitionsOf>): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'pingyi-bench-'))
  try {
    return await timeEach(sheets, async () => {
      const { naivePdfmake } = await import('./naive-pdfmake.ts')
      for (let sheet = 0; sheet < sheets; sheet++) {
        const definition = definitions[sheet % definitions.length] ?? definitions[0]
        await writeFile(join(folder, `${sheet}.pdf`), await naivePdfmake(definition))
      }
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

if (import.meta.main) serve()
