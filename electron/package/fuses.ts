import { join } from 'node:path'
import { type FuseConfig, FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import type { AfterPackContext } from 'electron-builder'

/** Electron's fuses, every one on purpose: one that `@electron/fuses` adds does not build until it is decided here. */
export const FUSES: Readonly<Record<keyof typeof FuseV1Options, boolean>> = {
  // The packaged program is the app and never a bare Node.
  RunAsNode: false,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  // The app sets no cookie. Its key would be asked of the system's keyring at each start: a question for a password on a Linux
  // desktop that logs in by itself, and on macOS for every unsigned version.
  EnableCookieEncryption: false,
  // Only the app as it was packed.
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  // Nothing is loaded from file://.
  GrantFileProtocolExtraPrivileges: false,
  // Electron's default: bounds checks of WebAssembly by the processor.
  WasmTrapHandlers: true,
}

/**
 * Sets them in the packed program, before it is signed. electron-builder's own option knows neither the newest fuse nor how to
 * insist on all of them: an Electron with one more than are decided here is not packed.
 */
export async function setFuses({ appOutDir, electronPlatformName, packager }: AfterPackContext): Promise<void> {
  const name = packager.appInfo.productFilename
  // electron-builder's typing leaves the Linux name to the Linux packager.
  const linuxName = 'executableName' in packager ? String(packager.executableName) : name
  const program =
    electronPlatformName === 'darwin' ? `${name}.app` : electronPlatformName === 'win32' ? `${name}.exe` : linuxName
  await flipFuses(join(appOutDir, program), {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    // Where nothing signs it afterwards, macOS on Apple's processors would refuse the changed program.
    resetAdHocDarwinSignature: electronPlatformName === 'darwin',
    ...fuseValues(),
  })
}

function fuseValues() {
  const values = Object.entries(FUSES).map(([name, on]) => [FuseV1Options[name as keyof typeof FuseV1Options], on])
  // Made of every name, which is what the type of `FUSES` says.
  return Object.fromEntries(values) as Record<FuseV1Options, boolean> satisfies Partial<FuseConfig>
}
