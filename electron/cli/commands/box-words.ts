import { EXIT, type Exit } from '#electron/cli/command.ts'
import type { OpenFault } from '#electron/host/box/open-box.ts'
import type { ServeFault } from '#electron/host/box/serve-box.ts'
import type { TellerFault } from '#electron/host/box/tellers.ts'
import type { TellerRoll } from '#electron/host/box/unlock-key.ts'
import type { UrnFault } from '#electron/host/urn/urn-fault.ts'

const PLACES: Readonly<Record<string, string>> = {
  preamble: '文件头',
  meeting: '会议内容',
  slips: '码条名册',
  seal: '公钥与监票人份额',
  header: '投票记录',
  counts: '计票结果',
  size: '文件长度',
}

const URN_WORDS: Record<UrnFault['code'], (place: string) => string> = {
  'not-an-urn': () => '不是票箱文件',
  'newer-version': () => '由更新版本的评议生成，请升级后再打开',
  damaged: place => `票箱已损坏（${PLACES[place] ?? place}），没有改动任何内容；请用备份的票箱`,
  'in-use': () => '票箱正由另一个程序使用，请先把它关掉',
  'not-found': () => '没有这个文件',
  exists: () => '已有同名文件，不会覆盖，请换一个名字',
  disk: place => `磁盘无法读写（${place}）`,
}

export function urnFaultWords({ code, place }: UrnFault): string {
  return URN_WORDS[code](place ?? '')
}

/** Damage and a failing disk are found by a check; the rest is the wrong file, or the wrong moment. */
export function urnFaultExit({ code }: UrnFault): Exit {
  return code === 'damaged' || code === 'disk' ? EXIT.failed : EXIT.wrongInput
}

const TELLER_WORDS: Record<TellerFault['code'], string> = {
  'need-too-small': '开箱至少要两名监票人到场（只有一名监票人时为 1）',
  'need-too-large': '开箱人数多于监票人人数',
  'same-name': '监票人姓名重复',
  'empty-passphrase': '口令不能为空',
  'same-passphrase': '与另一名监票人的口令相同，建议各用各的',
  'weak-passphrase': '口令太弱，建议至少 6 个字符（汉字算两个），不用同一个字，也不用本人姓名',
}

export function tellerFaultLine({ path, code }: TellerFault): string {
  return `${path}: ${TELLER_WORDS[code]}`
}

const SERVE_WORDS: Record<ServeFault, string> = {
  'port-taken': '端口已被占用，请换一个',
  'no-such-address': '本机没有这个地址',
  'not-allowed': '无权使用这个端口，请换 1024 以上的',
  'not-sealed': '票箱还没有封箱，请监票人先封箱（box seal）',
  closed: '票箱已经开箱，不能再投票；补投请另开一轮',
  damaged: '票箱已损坏（公钥与监票人份额），请用备份的票箱',
}

export function serveFaultWords(fault: ServeFault): string {
  return SERVE_WORDS[fault]
}

/** Who came and could not unlock, one line each kind. */
export function rollLines({ wrong, unknown, recovery }: TellerRoll): string[] {
  return [
    ...(wrong.length > 0 ? [`口令不对：${wrong.join('、')}`] : []),
    ...(unknown.length > 0 ? [`不是本票箱的监票人：${unknown.join('、')}`] : []),
    ...(recovery === 'wrong' ? ['应急码不对，或本票箱没有应急开箱单'] : []),
  ]
}

export function openFaultLines(fault: OpenFault): string[] {
  switch (fault.code) {
    case 'too-few': {
      const { need, right, recovery } = fault.roll
      return [
        ...rollLines(fault.roll),
        `需要 ${need} 名监票人的正确口令，现有 ${right.length} 名${recovery === 'right' ? '和应急码' : ''}；票箱没有改动，可以再试`,
      ]
    }
    case 'not-sealed':
      return ['票箱还没有封箱，里面没有选票']
    case 'other-meeting':
      return ['与第一个票箱不是同一次会议，或投票内容不同，不能一并开箱；没有改动任何票箱']
    case 'same-box':
      return ['这个票箱（或它的副本）给出了两次，只能算一次；没有改动任何票箱']
    case 'opened-apart':
      return ['这个票箱已单独开箱，或与另外一些票箱一并开箱，不能再与这些票箱合并']
    case 'no-room':
      return ['这个票箱的计票区放不下合并后的结果；没有改动，请把它单独开箱']
    case 'halls':
      return [
        `这次会议有 ${fault.halls} 个会场，须一并开箱，现有票箱 ${fault.boxes} 个；没有改动任何票箱`,
        '确有会场的票箱已经丢失的，由总监票人决定后加 --lost-halls 个数',
      ]
    case 'damaged':
      return [urnFaultWords(fault)]
    case 'damaged-ballots':
      return [
        ...fault.groups.map(({ id, damaged }) => `票种 ${id}：${damaged} 张选票因磁盘损坏无法读取`),
        ...(fault.suggestions > 0 ? [`意见建议：${fault.suggestions} 条因磁盘损坏无法读取`] : []),
        '没有计票，选票和钥匙都还在：请改用备份的票箱；确实没有备份的，由总监票人决定后加 --void-damaged，把损坏的作无效票',
      ]
    case 'disk':
      return [
        `${fault.place === 'EDATABASE' ? '数据库连不上，或不能读写' : `磁盘无法读写（${fault.place}）`}，开箱没有完成；排除故障后再开一次，结果不变`,
      ]
  }
}

/** Damage and a failing disk; the rest is the wrong box, or the wrong moment. */
const FOUND_BY_CHECK: ReadonlySet<OpenFault['code']> = new Set(['damaged', 'damaged-ballots', 'disk'])

export function openFaultExit({ code }: OpenFault): Exit {
  return FOUND_BY_CHECK.has(code) ? EXIT.failed : EXIT.wrongInput
}
