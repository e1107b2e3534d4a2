import type { MenuItemConstructorOptions } from 'electron'
import { MENU } from './words.ts'

export type MenuActions = {
  readonly years: readonly number[]
  readonly openYear: (year: number) => void
  readonly hideProjector: () => void
  readonly showData: () => void
}

/** The system menu: what every desktop program has, the years, and where the data lies. No developer tools. */
export function menuTemplate(platform: NodeJS.Platform, actions: MenuActions): MenuItemConstructorOptions[] {
  const mac = platform === 'darwin'
  return [
    // Spelt out: the items of a menu that Electron makes itself are in English.
    ...(mac ? [appleMenu()] : []),
    {
      label: MENU.file,
      submenu: [
        ...actions.years.map((year, index) => ({
          label: MENU.year(year),
          ...(index < 9 && { accelerator: `CmdOrCtrl+${index + 1}` }),
          click: () => actions.openYear(year),
        })),
        ...(actions.years.length > 0 ? [{ type: 'separator' as const }] : []),
        { label: MENU.data, click: actions.showData },
        { type: 'separator' },
        mac ? { role: 'close', label: MENU.close } : { role: 'quit', label: MENU.quit },
      ],
    },
    {
      label: MENU.edit,
      submenu: [
        { role: 'undo', label: MENU.undo },
        { role: 'redo', label: MENU.redo },
        { type: 'separator' },
        { role: 'cut', label: MENU.cut },
        { role: 'copy', label: MENU.copy },
        { role: 'paste', label: MENU.paste },
        { role: 'selectAll', label: MENU.selectAll },
      ],
    },
    {
      label: MENU.view,
      submenu: [
        { role: 'zoomIn', label: MENU.zoomIn },
        // Ctrl and the key of `+` without Shift, and the keys of the number pad.
        ...['CmdOrCtrl+=', 'CmdOrCtrl+numadd'].map(key => ({ role: 'zoomIn' as const, ...silent(MENU.zoomIn, key) })),
        { role: 'zoomOut', label: MENU.zoomOut },
        { role: 'zoomOut', ...silent(MENU.zoomOut, 'CmdOrCtrl+numsub') },
        { role: 'resetZoom', label: MENU.resetZoom },
        { type: 'separator' },
        { role: 'togglefullscreen', label: MENU.fullScreen },
        { label: MENU.hideProjector, click: actions.hideProjector },
      ],
    },
    {
      role: 'window',
      label: MENU.window,
      submenu: [
        { role: 'minimize', label: MENU.minimise },
        ...(mac
          ? [
              { role: 'zoom' as const, label: MENU.zoomWindow },
              { type: 'separator' as const },
              { role: 'front' as const, label: MENU.front },
            ]
          : [{ role: 'close' as const, label: MENU.close }]),
      ],
    },
  ]
}

function silent(label: string, accelerator: string) {
  return { label, accelerator, visible: false, acceleratorWorksWhenHidden: true }
}

function appleMenu(): MenuItemConstructorOptions {
  return {
    label: MENU.app,
    submenu: [
      { role: 'about', label: MENU.about },
      { type: 'separator' },
      { role: 'hide', label: MENU.hide },
      { role: 'hideOthers', label: MENU.hideOthers },
      { role: 'unhide', label: MENU.unhide },
      { type: 'separator' },
      { role: 'quit', label: MENU.quit },
    ],
  }
}
