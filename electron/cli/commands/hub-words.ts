import { EXIT, type Exit } from '#electron/cli/command.ts'
import type { MakeFault } from '#electron/host/hub/make-hub-box.ts'
import type { HubFault } from '#electron/host/hub/open-hub-box.ts'

type Fault = HubFault | MakeFault

/** What a box in a hub promises and what it does not, for those who set it up and the tellers; the same as in the hub's README. */
export const HUB_PROMISE = [
  '票箱在数据库里。选票在手机上就加了密，没有规定人数监票人的口令，谁也打不开；计票后表里只剩计数。',
  '数据库的管理员看不到任何一票的内容，但在日志、备份和副本里能看到哪张码条投进了哪一格密封的票，计票后也还在。',
  '这些加上规定人数监票人的口令（或应急码），又知道谁抽了哪张码条，就能知道谁怎么投。',
  '所以：管理员不任监票人；投票那几天的备份计票后销毁；数据库不记语句日志。做不到的，请用一台电脑的票箱（box）。',
] as const

export function hubFaultWords(fault: Fault): string {
  switch (fault.code) {
    case 'no-box':
      return '数据库里没有这个票箱，请先建（hub create）'
    case 'many-boxes':
      return `数据库里不止一个票箱，请用 --box 指明：${fault.boxes.join('、')}`
    case 'damaged':
      return '票箱的会议内容已损坏，请用数据库的备份'
    case 'newer-version':
      return '数据库由更新版本的评议建立，请升级后再用'
    case 'exists':
      return '已有同名的码条文件，不会覆盖，请换一个名字'
    case 'disk':
      return `磁盘无法读写（${fault.place}）`
    case 'unreachable':
      return `数据库连不上，或不能读写${fault.state === '' ? '' : `（${fault.state}）`}`
  }
}

/** What the database or a disk fails at is found by a check; the rest is the wrong name, or the wrong moment. */
export function hubFaultExit({ code }: Fault): Exit {
  return code === 'damaged' || code === 'disk' || code === 'unreachable' ? EXIT.failed : EXIT.wrongInput
}
