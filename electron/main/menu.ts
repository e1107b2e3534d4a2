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
    ...(mac ? [{ role: 'appMenu' as const }] : []),
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
        { role: 'zoomOut', label: MENU.zoomOut },
        { role: 'resetZoom', label: MENU.resetZoom },
        { type: 'separator' },
        { role: 'togglefullscreen', label: MENU.fullScreen },
        { label: MENU.hideProjector, click: actions.hideProjector },
      ],
    },
    { role: 'windowMenu', label: MENU.window },
  ]
}
