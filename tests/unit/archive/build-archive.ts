import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { type ArchiveRequest, createArchive } from '#electron/host/archive/create-archive.ts'
import { verifyArchive } from '#electron/host/archive/verify-archive.ts'
import { DEFAULT_SETTINGS } from '#shared/domain/archive/archive-settings.ts'
import { findingLine } from '#shared/domain/archive/finding.ts'
import type { RetentionTable } from '#shared/domain/archive/retention.ts'
import type { EvaluationFile } from '#tests/fixtures/evaluation-file.ts'
import { readBuilt } from '#tests/fixtures/read-built.ts'
import { filesUnder, temporaryFolder } from '#tests/unit/sheets/temporary-folder.ts'

/** What archiving a built year asks for; the same every time. */
export function archiveRequest(file: EvaluationFile, folder: string): ArchiveRequest {
  return {
    evaluation: readBuilt(file),
    settings: DEFAULT_SETTINGS,
    date: '2027-01-05',
    gaps: [{ what: '个人总结', unit: '人', names: ['王建国'] }],
    folder,
  }
}

/** Archives a built year for real; throws where that fails. */
export async function buildArchive(
  file: EvaluationFile,
  folder: string,
  overrides: Partial<ArchiveRequest> = {},
): Promise<void> {
  const made = await createArchive({ ...archiveRequest(file, folder), ...overrides })
  if (!made.ok) throw new Error(JSON.stringify(made.error))
}

/** One archive for all tests of a file, made before them; each test works on a copy of its own. */
export function sharedArchive(
  file: EvaluationFile,
  retention: Partial<RetentionTable> = {},
): {
  readonly path: () => string
  readonly copy: () => Promise<string>
} {
  let home = ''
  const path = () => join(home, '归档')
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'pingyi-archive-'))
    await buildArchive(file, path(), {
      settings: { ...DEFAULT_SETTINGS, retention: { ...DEFAULT_SETTINGS.retention, ...retention } },
    })
  }, 120_000)
  afterAll(() => rm(home, { recursive: true, force: true }))
  return {
    path,
    copy: async () => {
      const folder = join(await temporaryFolder(), '副本')
      await cp(path(), folder, { recursive: true })
      return folder
    },
  }
}

/** What `verify` says of a folder, a line a finding. */
export async function findingLines(folder: string): Promise<string[]> {
  const verified = await verifyArchive(folder)
  if (!verified.ok) throw new Error(verified.error)
  return verified.value.findings.map(findingLine)
}

/** Every file of a folder with its bytes, by path. */
export async function contentsOf(folder: string): Promise<Map<string, Buffer>> {
  const contents = new Map<string, Buffer>()
  for (const path of await filesUnder(folder)) contents.set(path, await readFile(join(folder, path)))
  return contents
}
