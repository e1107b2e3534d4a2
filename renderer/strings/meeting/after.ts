import type { CallOutput } from '#shared/contract/contract.ts'
import type { ReconciliationGap } from '#shared/domain/ballot/plan/meeting-plan.ts'
import type { BringBackFault } from '#shared/domain/evaluation/bring-back.ts'
import type { TakeCountsFault } from '#shared/domain/evaluation/take-counts.ts'

type Roll = Extract<CallOutput<'meeting.open'>, { outcome: 'too-few-tellers' }>['roll']

const GAPS: Readonly<Record<ReconciliationGap, (by: number) => string>> = {
  'attended-over-expected': by => `实到比应到多 ${by} 人`,
  'issued-over-printed': by => `发出比印制多 ${by} 张`,
  leftover: by => (by > 0 ? `少 ${by} 张` : `多 ${-by} 张`),
  'not-returned': by => `实到未投票 ${by} 人`,
}

const BROUGHT: Readonly<Record<BringBackFault, string>> = {
  'other-year': '这份考评文件是别的年度的。没有任何变化。',
  'other-meeting': '这份考评文件里没有这场测评会。没有任何变化。',
  'not-counted': '这份考评文件里，这场测评会还没有开箱计票。没有任何变化。',
  'other-list': '这份考评文件里，这场测评会的票种或名单与这里的不同。没有任何变化。',
}

const TAKEN: Readonly<Record<TakeCountsFault, string>> = {
  'not-counts': '这不是开箱的计票结果文件。没有任何变化。',
  'other-meeting': '这场测评会已不在本年度。没有任何变化。',
  counted: '这场测评会已经有计票结果。没有任何变化。',
  'other-list':
    '这份计票结果的票种、码条数或名单与这里的不同，可能是另一场会的，或另存会议内容以后又改过。没有任何变化。',
}

/** After the voting: reconciliation, the boxes of several halls, opening. */
export const AFTER = {
  reconcile: {
    title: '发票收票清点',
    group: '票种',
    issued: '发出',
    phones: '手机票',
    paper: '纸质票',
    returned: '收回',
    leftover: '剩余',
    state: '核对',
    balances: '相符',
    notCounted: '实到未填，暂按收回数',
    voided: (reason: string) => `${reason}，该票种作废重投`,
    gaps: GAPS,
    why: '写明原因',
    justification: (group: string) => `票种 ${group} 不符的原因`,
    justified: (group: string) => `登记票种 ${group} 清点不符的原因`,
    unsettled: '还有不符之处没有写明原因。也可以先开箱，签字前补上。',
    unsettledCounted: '还有不符之处没有写明原因，请在清点单签字前补上。',
    toCounted: '回到计票结果',
    tooEarly: '投票还没有结束',
    tooEarlyText: '结束投票后，才能看到各票种收回多少张。',
    toVote: '回到投票',
    next: '下一步：开箱计票',
  },
  halls: {
    title: (halls: number) => `${halls} 个会场的票箱`,
    text: '各会场结束投票后把票箱拷到其中一台电脑，由各会场监票人在那里一并开箱，只出一份结果，不分会场。开箱前先把各会场的实到、剩余等合计填入清点。',
    add: '加入其他会场的票箱……',
    copy: '拷出本会场票箱',
    box: (index: number, ballots: number) => `其他会场票箱 ${index}：${ballots} 张票`,
    missing: (boxes: number) => `还差 ${boxes} 个票箱`,
    notClosed: '这份拷贝是投票结束前做的。请该会场结束投票后重新拷出。',
    voided: (group: string, why: string) =>
      `票种 ${group}：各会场合计${why}，照此开箱整组作废。请先在清点填各会场的合计数。`,
    remove: '取出',
    removeBox: (index: number) => `取出其他会场票箱 ${index}`,
    removeTitle: (index: number) => `取出其他会场票箱 ${index}？`,
    removeText: '只从这台电脑上拿掉这份拷贝；那个会场的电脑上原来的票箱还在，可以重新拷来加入。',
    printed: '登记各会场印制合计',
    suggestions: '意见建议锁在各自的票箱里，开箱后由各会场的监票人分别在这里放行。',
    ofBox: (box: number) => (box === 0 ? '本会场的票箱：' : `其他会场票箱 ${box}：`),
    tellers: '各会场的监票人都在这里输入口令。',
    askTitle: '仍要开箱？',
    askMissing: (boxes: number) =>
      `还差 ${boxes} 个会场的票箱。开箱后不能再加入，那些会场的票不会计入。只有票箱确已损毁、无法找回，才由总监票人决定这样开箱。`,
  },
  open: {
    title: '监票人开箱',
    text: '请规定人数的监票人依次输入口令。开箱在内存中进行：解封、核对、打散、计数，随后销毁钥匙和全部选票。',
    again: '票箱已经开过，钥匙和选票已销毁。再开一次，得到的是同一份计票结果。',
    recovery: '应急开箱单上的码（可不填）',
    recoveryHint: '监票人不够时，当众拆封应急开箱单，输入上面的码，可顶替一名监票人。',
    action: '开箱计票',
    opening: '正在开箱计票……',
    memoryOnly: '选票只在内存中打开，不写入任何文件。',
    notOpened: '没有打开，票箱没有任何变化',
    tooFew: (roll: Roll) => [
      `开箱需要 ${roll.need} 人，口令正确的有 ${roll.right.length} 人${roll.right.length > 0 ? `：${roll.right.join('、')}` : ''}。`,
      ...(roll.recovery === 'right'
        ? [`应急开箱单的码正确，顶替 1 人，还差 ${roll.need - roll.right.length - 1} 名监票人的口令。`]
        : []),
      ...(roll.wrong.length > 0 ? [`口令不对：${roll.wrong.join('、')}。请核对大小写后再试。`] : []),
      ...(roll.unknown.length > 0 ? [`封箱时没有这些姓名：${roll.unknown.join('、')}。`] : []),
      ...(roll.recovery === 'wrong' ? ['应急开箱单的码不对。'] : []),
    ],
    damagedTitle: '有选票因磁盘损坏读不出来',
    damagedText: '由总监票人决定：把这些票按无效处理，继续开箱；或先不开，改用拷贝的票箱。',
    damagedGroup: (group: string, damaged: number) => `票种 ${group}：${damaged} 张`,
    damagedConfirm: '按无效处理，继续开箱',
    kept: (title: string) => `计入测评结果：${title}`,
    tooEarly: '还不能开箱',
    tooEarlyText: '先结束投票、清点，再由监票人开箱。',
    toVote: '去投票',
  },
  away: {
    title: '在另一台电脑上开会',
    text: '把票箱拷到会场电脑，在那里“民主测评”页点“接管拷贝的票箱”，接着封箱、投票、开箱。会后在那里导出考评文件，拷回这里，只带回计票结果和会场记录。',
    copy: '拷到会场电脑',
    copied: '票箱已另存，里面没有码条上的码。拷到会场电脑后接管。',
    bring: '带回计票结果……',
    kept: (title: string) => `带回计票结果：${title}`,
    refused: BROUGHT,
  },
  server: {
    action: '在服务器上投票……',
    title: '在服务器上投票',
    text: [
      '人数上万、要投几天，或几个地方同时投的，可以不用这台电脑，投在单位的服务器上。一个会场的测评会不需要。',
      '一、另存会议内容，交给服务器管理人员建票箱、印码条；投票结束后，监票人在服务器上开箱。',
      '二、把开箱得到的计票结果文件（.json）取回这里，存入本年度，接着计分、打印。',
    ],
    save: '另存会议内容',
    file: (title: string) => `${title} 会议内容`,
    saved: '会议内容已另存，里面没有码条和口令。此后请不要再改票种、码条数和名单，否则计票结果取不回来。',
    take: '取回计票结果……',
    taken: (title: string) => `取回服务器的计票结果：${title}`,
    refused: TAKEN,
  },
  elsewhere: {
    action: '已在另一台电脑开箱……',
    title: '这个票箱已在另一台电脑开箱？',
    text: '在开箱的那台电脑上，从“开箱计票”另存“开箱凭证”，拷到这里载入。核对无误后，这里的钥匙和选票当即销毁；计票结果以那台电脑为准。',
    receipt: '载入开箱凭证……',
    kept: (title: string) => `票箱已在另一台电脑开箱：${title}`,
    done: '这台电脑的票箱已结束',
    doneText: (boxes: number, returned: number) =>
      `${boxes > 1 ? `${boxes} 个票箱一并` : '票箱'}在另一台电脑开箱，共收回 ${returned} 张。这里的钥匙和选票已销毁。计票结果在开箱的电脑上，需要时从那里导出考评文件，带回这里。`,
  },
  opened: {
    title: '计票完成',
    saveReceipt: '另存开箱凭证',
    saveReceiptHint: '另一台电脑上还留有这场会的票箱（其他会场的，或已被接管的）时，凭它在那里结束票箱。只含计数。',
    receiptFile: (year: number, meeting: string) => `开箱凭证-${year}-${meeting}.pingyi-receipt`,
    counted: '计票结果已计入本年度。',
    destroyed: '票箱钥匙和全部选票已销毁，只留下计数。',
    groups: '各票种',
    group: '票种',
    attended: '实到',
    issued: '发出',
    returned: '收回',
    valid: '有效',
    void: '无效',
    note: '说明',
    voided: (reason: string) => `作废：${reason}`,
    merged: (target: string) => `并入 ${target} 计票`,
    sheets: '打印清点单、汇总表',
    results: '查看每人得票',
    again: '重投一轮',
    againTitle: '某个票种重投一轮？',
    againText: '该票种原来的票作废，全体重新投票；原来的一轮和原因都会保留。',
    againWith: (groups: string) => `票种 ${groups} 的票也不再计入，与它一并重投。`,
    againDone: (group: string) => `票种 ${group} 重投一轮`,
    reason: '原因',
  },
} as const
