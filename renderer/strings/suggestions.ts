import type { CallOutput } from '#shared/contract/contract.ts'

type Why = Extract<CallOutput<'meeting.suggestions'>, { outcome: 'refused' }>['why']

const REFUSED: Readonly<Record<Why, string>> = {
  unknown: '开箱时没有这位监票人。请由当时输过口令的监票人来放行。',
  wrong: '口令不对，请核对大小写后再试。没有任何变化。',
  none: '没有等待放行的意见建议，可能已在另一个窗口中放行。',
  damaged: '等待放行的意见建议已损坏，读不出来。',
}

/** 意见建议：收集、放行、台账 */
export const SUGGESTIONS = {
  title: '意见建议',
  plan: {
    label: '征求意见建议',
    hint: '手机选票后多一页，可写 500 字以内，不署名、不分票种；开箱后由监票人放行才看得到。',
  },
  paper: {
    title: '录入纸质意见建议',
    text: '一条一条照抄；姓名、笔迹等会暴露身份的不要录。入箱后与手机写的混在一起，分不出来。',
    words: '意见建议原文',
    add: '加入本叠（Ctrl+Enter）',
    waiting: (count: number) => `本叠 ${count} 条，还没有入箱；关闭本页会丢失。`,
    remove: (number: number) => `去掉第 ${number} 条`,
    commit: (count: number) => `${count} 条入箱`,
    committed: (count: number) => `${count} 条意见建议已入箱`,
    full: '纸质名额已满：纸质意见的条数不能多于纸质票的印数。',
  },
  open: {
    damaged: (count: number) => `意见建议：${count} 条`,
  },
  wait: {
    title: '意见建议：等待监票人放行',
    titleOf: (hall: number) => `意见建议：${hall === 0 ? '本会场票箱' : `其他会场票箱 ${hall}`}，等待监票人放行`,
    text: '投票人写的意见建议已打乱次序、加锁保存，现在谁也看不到。请一位开箱时输过口令的监票人输入口令，逐条看过，决定放不放行。没有放行的当场销毁，不能找回。',
    screen: '请先确认大屏上没有投出本窗口。',
    teller: '监票人姓名',
    passphrase: '口令',
    recovery: '应急开箱单',
    recoveryCode: '应急码',
    begin: '由监票人审看',
    refused: REFUSED,
  },
  review: {
    title: (place: number, total: number) => `意见建议　第 ${place} 条 / 共 ${total} 条`,
    keys: '键盘：1 放行　2 不放行　← 上一条',
    release: '放行（1）',
    hold: '不放行（2）',
    back: '上一条',
    rest: '其余全部放行',
    leave: '先不放行，退出',
    chosen: { release: '已选：放行', hold: '已选：不放行' },
    summary: '审看完毕',
    counts: (released: number, held: number) => `放行 ${released} 条；不放行 ${held} 条，将立即销毁，不能找回。`,
    confirm: '确认',
  },
  released: {
    title: '意见建议：已放行',
    none: '没有意见建议。',
    tooFew: '投票人太少，不公开任何意见建议，已随选票一并销毁。',
    count: (count: number) => `监票人放行 ${count} 条；没有放行的已销毁。`,
    nothing: '监票人没有放行任何意见建议。',
    register: '登记到办理台账',
    registerNow: '先登记已放行的',
    waits: (boxes: number) =>
      `还有 ${boxes} 个票箱的意见建议等待放行；全部放行后打乱会场一并登记。先登记的，后放行的会排在后面。`,
    registered: (count: number) => `已登记到办理台账 ${count} 条。`,
    kept: (title: string) => `登记意见建议：${title}`,
    toRegister: '去办理台账',
  },
  register: {
    title: '意见建议办理台账',
    text: '件件有着落：每条定下谁来答复、什么时候答复；答复后登记。台账打印后随卷归档。',
    number: '序号',
    words: '意见建议',
    responsible: '承办人（单位）',
    due: '办理期限',
    answer: '答复',
    answered: '答复日期',
    state: '办理情况',
    states: { open: '未分办', assigned: '办理中', overdue: '已过期限', done: '已答复' },
    progress: (done: number, all: number) => (done === all ? `${all} 条全部答复` : `已答复 ${done} / ${all} 条`),
    edit: (number: number) => `第 ${number} 条意见建议`,
    what: (number: number) => `办理第 ${number} 条意见建议`,
    answerFirst: '填了答复日期，请写明答复。',
    sheet: '打印台账',
  },
  rehearsal: (count: number) =>
    count === 0 ? '演练中没有人写意见建议。' : `收到演练意见建议 ${count} 条，次序已打乱：`,
} as const
