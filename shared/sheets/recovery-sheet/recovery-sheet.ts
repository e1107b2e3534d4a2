import { row, signature } from '#shared/sheets/paper/cells.ts'
import type { Definition } from '#shared/sheets/paper/definition.ts'
import { page } from '#shared/sheets/paper/page.ts'
import { oneLine } from '#shared/sheets/paper/text.ts'

export type RecoverySheet = {
  readonly title: string
  readonly organiser: string
  readonly date: string
  readonly fingerprint: string
  /** As printed, in fours. */
  readonly code: string
  readonly tellers: readonly string[]
  /** How many of the tellers open the box. */
  readonly need: number
}

/**
 * 应急开箱单, for the sealed envelope: its code stands for one teller's passphrase. Alone it opens nothing where two are
 * needed, so that whoever printed it cannot count without a teller. Ours.
 */
export function recoverySheet(sheet: RecoverySheet): Definition {
  const others = sheet.need - 1
  const use =
    others === 0
      ? '监票人忘记口令时，凭本单上的码即可开箱。'
      : `有监票人忘记口令或不能到场时，本单上的码可顶替一名监票人的口令：另需${others}名监票人的口令才能开箱。`
  return page({
    orientation: 'portrait',
    title: '应急开箱单',
    subject: sheet.title,
    organiser: sheet.organiser,
    date: sheet.date,
    content: [
      { text: '应急开箱单', fontSize: 20, bold: true, alignment: 'center' },
      { text: oneLine(sheet.title), fontSize: 12, alignment: 'center', margin: [0, 2, 0, 12] },
      row('应急码', { text: sheet.code, fontSize: 20, bold: true, alignment: 'center', margin: [0, 10, 0, 10] }),
      row('票箱指纹', { text: sheet.fingerprint, alignment: 'center', verticalAlignment: 'middle' }, { height: 26 }),
      row(
        '监票人',
        { text: sheet.tellers.map(name => oneLine(name, 20)).join('　'), verticalAlignment: 'middle' },
        { height: 26 },
      ),
      row('怎样用', { text: `${use}开箱页面有“应急开箱单上的码”一栏，在那里输入。`, lineHeight: 1.2 }),
      row('怎样保管', {
        text: '打印后当场对折装入信封，封口由全体监票人骑缝签名，由总监票人保管；不得拍照、复印。计票后应急码即失效，本单随会议材料销毁。',
        lineHeight: 1.2,
      }),
      { ...signature('总监票人签名'), margin: [0, 24, 8, 0] },
      { ...signature('监票人签名'), margin: [0, 14, 8, 0] },
    ],
  })
}
