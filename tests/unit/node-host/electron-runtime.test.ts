import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { electronProgram, mayHaveSandbox, runElectron } from '#electron/node-host/electron-runtime.ts'

async function program(lines: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pingyi-runtime-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'electron')
  await writeFile(file, `#!/bin/sh\n${lines}\n`)
  await chmod(file, 0o755)
  return file
}

// Catches: `npm start` that shows nothing on a system whose Chromium sandbox is not allowed, or that has too old a library, where
// browser mode would run.
test('an Electron that falls at once is told from one that ends', async () => {
  expect(await runElectron(await program('kill -TRAP $$'), '.')).toBeNull()
  expect(await runElectron(await program('exit 0'), '.')).toBe(0)
  // As the loader ends where a library is not there.
  expect(await runElectron(await program('exit 127'), '.')).toBeNull()
  // Ctrl+C is no fault.
  expect(await runElectron(await program('kill -INT $$; sleep 5'), '.')).toBe(1)
})

// Catches: a start from an editor's terminal that runs the app as a bare Node.
test('Electron is started as Electron', async () => {
  vi.stubEnv('ELECTRON_RUN_AS_NODE', '1')
  onTestFinished(() => {
    vi.unstubAllEnvs()
  })
  expect(await runElectron(await program('test -z "$ELECTRON_RUN_AS_NODE"'), '.')).toBe(0)
})

// Catches: a distribution's own Electron that is named the way Electron's package names it, and not used.
test('a runtime that lies elsewhere is used where it is named', async () => {
  const file = await program('exit 0')
  onTestFinished(() => {
    vi.unstubAllEnvs()
  })
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', join(file, '..'))
  expect(electronProgram()).toBe(file)
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', join(file, '..', 'nothing'))
  expect(electronProgram()).toBeNull()
})

// Catches: `npm start` that ends with Chromium's English line on a computer where people work as root.
test('root on Linux has no sandbox', () => {
  onTestFinished(() => {
    vi.restoreAllMocks()
  })
  const platform = vi.spyOn(process, 'platform', 'get').mockReturnValue('linux')
  const user = vi.spyOn(process, 'geteuid').mockReturnValue(0)
  expect(mayHaveSandbox()).toBe(false)
  user.mockReturnValue(1000)
  expect(mayHaveSandbox()).toBe(true)
  platform.mockReturnValue('win32')
  user.mockReturnValue(0)
  expect(mayHaveSandbox()).toBe(true)
})
