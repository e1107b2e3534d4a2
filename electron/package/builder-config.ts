import type { Configuration } from 'electron-builder'
import { APP_ID } from '#electron/main/app-id.ts'
import { AFTER_INSTALL } from './after-install.ts'
import { setFuses } from './fuses.ts'

/**
 * The packages, for electron-builder on `platform`; `unused` are patterns of what it must leave out of `node_modules`.
 */
export const builderConfig = (unused: readonly string[], platform: NodeJS.Platform): Configuration => ({
  appId: APP_ID,
  // In file names and folders installers and package managers stumble over Chinese; Linux makes its folder of this name.
  productName: platform === 'linux' ? 'pingyi' : '评议',
  executableName: 'pingyi',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder's own placeholders
  artifactName: 'pingyi-${version}-${os}-${arch}.${ext}',
  copyright: 'Pingyi 评议，MIT 许可',
  directories: { output: 'out/packages', buildResources: 'resources/icons' },
  files: [
    'out/main/**',
    'out/preload/**',
    'out/renderer/**',
    'out/ballot-page/**',
    'package.json',
    // What production dependencies carry and no program needs.
    '!**/*.{map,md,markdown,ts,cts,mts,flow}',
    '!**/{test,tests,__tests__,docs,doc,example,examples,benchmark}/**',
    '!**/{.github,.vscode,.idea}/**',
    ...unused,
  ],
  extraResources: [
    { from: 'out/licences.txt', to: '第三方许可.txt' },
    { from: 'LICENSE', to: '评议许可.txt' },
  ],
  // Chromium's own words (a dialog's, a field's); the other fifty languages are a third of the runtime's small files.
  electronLanguages: ['zh-CN', 'zh_CN', 'en-US', 'en'],
  asar: true,
  afterPack: setFuses,
  // Nothing is fetched, ever: no update server, no publishing.
  publish: null,
  // The app has no native module.
  npmRebuild: false,
  fileAssociations: [
    {
      ext: 'pingyi',
      // Windows keeps it as a key, the others show it.
      name: platform === 'win32' ? 'Pingyi.Backup' : '评议备份',
      description: '评议备份文件',
      role: 'Editor',
      // Without one a Linux desktop knows no such kind of file.
      mimeType: 'application/x-pingyi',
    },
  ],
  win: {
    icon: 'icon.ico',
    target: [
      { target: 'nsis', arch: ['x64', 'arm64'] },
      { target: 'portable', arch: ['x64'] },
    ],
  },
  nsis: {
    // Per user and without administrator rights: a union office's computer gives none.
    oneClick: false,
    perMachine: false,
    allowElevation: false,
    // The uninstaller empties the folder, whatever else lies in it: nobody may choose the one of the years.
    allowToChangeInstallationDirectory: false,
    include: 'electron/package/installer.nsh',
    // The portable program would be written over the installer of the same name.
    // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder's own placeholders
    artifactName: 'pingyi-setup-${version}-${os}-${arch}.${ext}',
    // One installer for each processor and no third with both; nothing updates itself by parts.
    buildUniversalInstaller: false,
    differentialPackage: false,
    installerLanguages: ['zh_CN'],
    language: '2052',
    // The years are not the program's to take away.
    deleteAppDataOnUninstall: false,
    shortcutName: '评议',
  },
  portable: {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: as above
    artifactName: 'pingyi-portable-${version}-${os}-${arch}.${ext}',
    // A folder for each start. In the one of the build a second double-click would clear away what runs; `false`, as it is
    // documented, means that one.
    unpackDirName: true,
  },
  // The Task Manager's and the shortcut's words; Linux has its own below.
  ...(platform === 'win32' && { extraMetadata: { description: '评议 集体协商指导员年度考评' } }),
  // A deb must name a page, and there is none; elsewhere it would be offered as help.
  ...(platform === 'linux' && { extraMetadata: { homepage: 'https://pingyi.invalid' } }),
  deb: { afterInstall: AFTER_INSTALL },
  linux: {
    // A folder: a desktop looks for its own size.
    icon: 'set',
    maintainer: 'Pingyi <noreply@pingyi.invalid>',
    // Stated, or electron-builder starts an AppImage without its sandbox.
    executableArgs: [],
    target: [
      { target: 'deb', arch: ['x64', 'arm64'] },
      { target: 'AppImage', arch: ['x64', 'arm64'] },
    ],
    category: 'Office',
    synopsis: '集体协商指导员年度考评',
    description: '集体协商指导员年度考评：民主测评、计分、打印、归档，不联网。',
    desktop: { entry: { Name: '评议', Comment: '集体协商指导员年度考评', StartupWMClass: 'pingyi' } },
  },
  mac: {
    icon: 'icon.icns',
    target: [{ target: 'dmg', arch: ['x64', 'arm64'] }],
    category: 'public.app-category.business',
  },
})
