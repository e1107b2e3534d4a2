import type { BrowserWindow, Dialog } from 'electron'
import { copyData } from './copy-data.ts'
import { ASK, MENU } from './words.ts'

type Deps = {
  readonly dialog: Pick<Dialog, 'showMessageBox' | 'showOpenDialog'>
  readonly data: string
  readonly now: () => Date
}

export type Asks = {
  /** Whether to leave although something runs. */
  readonly leaving: (window: BrowserWindow) => Promise<boolean>
  /** Whether to wait for a window that does not answer, or to open it anew. */
  readonly hanging: (window: BrowserWindow) => Promise<'wait' | 'reopen'>
  /** After a window's page crashed. */
  readonly crashed: () => Promise<'reopen' | 'quit'>
  /** After an error of the program itself. */
  readonly failed: () => Promise<void>
}

/**
 * What the shell asks. Never with a dialog that waits (`…Sync`, `showErrorBox`): the station answers the phones from this very
 * thread, and would stand still until somebody comes back to the laptop.
 */
export function createAsks({ dialog, data, now }: Deps): Asks {
  const look = { defaultId: 0, cancelId: 0, noLink: true }
  const saveCopy = async (): Promise<void> => {
    const chosen = await dialog.showOpenDialog({
      title: ASK.copyTo,
      buttonLabel: ASK.saveCopy.replace('…', ''),
      properties: ['openDirectory', 'createDirectory'],
    })
    const [target] = chosen.filePaths
    if (chosen.canceled || target === undefined) return
    const message = await copyData(data, target, now()).then(
      folder => `${ASK.copied}\n${folder}`,
      () => ASK.notCopied,
    )
    await dialog.showMessageBox({ type: 'info', title: ASK.saveCopy, message, buttons: [ASK.close] })
  }
  return {
    leaving: async window => {
      const buttons = [ASK.stay, ASK.leave]
      const box = { type: 'warning' as const, title: ASK.busyTitle, message: ASK.busyText, buttons, ...look }
      return (await dialog.showMessageBox(window, box)).response === 1
    },
    hanging: async window => {
      const buttons = [ASK.wait, ASK.reopen]
      const box = { type: 'warning' as const, title: ASK.hangTitle, message: ASK.hangText, buttons, ...look }
      return (await dialog.showMessageBox(window, box)).response === 1 ? 'reopen' : 'wait'
    },
    crashed: async () => {
      const buttons = [ASK.reopen, ASK.saveCopy, MENU.quit]
      const box = { type: 'error' as const, title: ASK.crashTitle, message: ASK.crashText, buttons, ...look }
      for (;;) {
        const { response } = await dialog.showMessageBox(box)
        if (response !== 1) return response === 2 ? 'quit' : 'reopen'
        await saveCopy()
      }
    },
    failed: async () => {
      const buttons = [ASK.close, ASK.saveCopy]
      const box = { type: 'error' as const, title: ASK.failedTitle, message: ASK.failedText, buttons, ...look }
      if ((await dialog.showMessageBox(box)).response === 1) await saveCopy()
    },
  }
}
