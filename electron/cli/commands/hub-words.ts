import { EXIT, type Exit } from '#electron/cli/command.ts'
import type { MakeFault } from '#electron/host/hub/make-hub-box.ts'
import type { HubFault } from '#electron/host/hub/open-hub-box.ts'

type Fault = HubFault | MakeFault

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
