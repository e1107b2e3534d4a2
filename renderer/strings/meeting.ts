import { AFTER } from './meeting/after.ts'
import { BEFORE } from './meeting/before.ts'
import { ROOM } from './meeting/room.ts'
import { VOTING } from './meeting/voting.ts'

/** 民主测评会：会务. One file a stage. */
export const MEETING = {
  title: '民主测评会',
  back: '返回民主测评',
  gone: '没有这场测评会',
  goneText: '可能已在另一个窗口中删除。',
  stagesLabel: '会议进程',
  stages: {
    plan: '会前准备',
    print: '印制材料',
    room: '会场检查',
    seal: '封箱',
    vote: '投票',
    reconcile: '清点',
    open: '开箱计票',
  },
  list: {
    title: '测评会',
    text: '从会前准备、印制码条，到现场投票、清点、开箱，都在这里一步步做。',
    add: '筹备一场测评会',
    added: (title: string) => `筹备测评会：${title}`,
    name: (title: string) => `${title}民主测评会`,
    none: '还没有筹备测评会',
    noneText: '筹备一场测评会，系统按考评方案和花名册填好票种、人数和名单，您只需核对。',
    noneClosed: '本年度已结档，没有开过测评会。',
    noPeople: '花名册还没有人，请先导入花名册。',
    noComponent: '考评方案里没有民主测评这一项。',
    meeting: '会议',
    date: '日期',
    groups: '票种',
    state: '进度',
    undated: '日期未定',
    inRound: (title: string, round: string) => (round === '' ? title : `${title}（${round}）`),
    planned: '筹备中',
    held: '已计票',
    elsewhere: '在另一台电脑开箱',
    expected: (count: number) => `应到 ${count} 人`,
    takeOver: '接管拷贝的票箱…',
    takeOverTitle: '会场电脑、备用电脑',
    takeOverText: '另一台电脑把测评会的票箱拷到了 U 盘上，由这台电脑接着开会。',
    otherYear: (year: number) =>
      `这台电脑上的 ${year} 年度与票箱的方案或名单不同，没有接管。请先移除这台电脑上的 ${year} 年度，再接管。`,
    tookOver: (title: string, ballots: number) => `已接管“${title}”的票箱，内有 ${ballots} 票`,
    component: '测评哪一项',
  },
  ...BEFORE,
  ...ROOM,
  ...VOTING,
  ...AFTER,
} as const
