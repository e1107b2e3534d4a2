import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron'
import { MENU } from './words.ts'

type Place = Pick<ContextMenuParams, 'isEditable' | 'selectionText'>

/** The right mouse button's menu, which Electron has none of: only what can be done there; empty where that is nothing. */
export function contextTemplate({ isEditable, selectionText }: Place): MenuItemConstructorOptions[] {
  const marked = selectionText.trim() !== ''
  return [
    ...(isEditable && marked ? [{ role: 'cut' as const, label: MENU.cut }] : []),
    ...(marked ? [{ role: 'copy' as const, label: MENU.copy }] : []),
    ...(isEditable
      ? [
          { role: 'paste' as const, label: MENU.paste },
          { role: 'selectAll' as const, label: MENU.selectAll },
        ]
      : []),
  ]
}
