import type { CallOutput } from '#shared/contract/contract.ts'

type Check = CallOutput<'meeting.readiness'>['checks'][number]
type CheckWords = Readonly<
  Record<Check['check'], Readonly<Record<Check['state'], (details: readonly string[]) => string>>>
>

const CHECKS: CheckWords = {
  disk: {
    good: () => '磁盘空间够用',
    warning: ([free = '']) => `磁盘只剩 ${free} MB，够用但偏紧`,
    bad: ([free = '', need = '']) => `磁盘只剩 ${free} MB，至少要 ${need} MB，请先清理`,
  },
  battery: {
    good: ([percent]) => (percent === undefined ? '已接电源' : `已接电源，电量 ${percent}%`),
    warning: ([percent]) =>
      percent === undefined ? '看不到电池：是笔记本的，请接上电源' : `用电池供电，电量 ${percent}%，请接上电源`,
    bad: ([percent]) => `用电池供电${percent === undefined ? '' : `，电量只剩 ${percent}%`}，开会前必须接上电源`,
  },
  address: {
    good: ([address = '']) => `地址 ${address} 可用`,
    warning: ([address = '']) => `地址 ${address} 不像会议室局域网的地址，请用两部手机试一下`,
    bad: ([address = '']) => `这台电脑没有地址 ${address}，请检查是否连上网络`,
  },
  port: {
    good: ([port = '']) => `端口 ${port} 空闲`,
    warning: ([port = '']) => `端口 ${port} 可能要防火墙放行`,
    bad: ([port = '']) => `端口 ${port} 被占用，请换一个`,
  },
  page: {
    good: () => '选票页面已装好',
    warning: () => '选票页面需要检查',
    bad: () => '选票页面没有装好，请重新安装评议',
  },
  box: {
    good: () => '票箱完好',
    warning: () => '票箱可用',
    bad: () => '票箱打不开，请改用拷贝的票箱',
  },
}

/** The room: address, check, rehearsal, tellers, sealing. */
export const ROOM = {
  address: {
    address: '手机访问的地址',
    hint: '选这台电脑在会场网络里的地址。',
    port: '端口',
    portHint: '一般不用改',
    printed: (address: string) => `${address}　码条上印的地址`,
    notPrinted: (address: string) =>
      `码条的二维码印的是 ${address}，这里选的不同，码条扫不开。请大家改扫大屏上的码，再输入码条上的 16 位数字。`,
    option: (address: string, kind: string, name: string) => `${address}　${kind}（${name}）`,
    kinds: { wifi: '无线网', wired: '有线网', virtual: '虚拟网卡', loopback: '只在本机', unknown: '网络' },
  },
  room: {
    network: '网络与电脑',
    checks: CHECKS,
    phones: '用两部手机试一下',
    phonesText: '用两部手机连上会场无线网，各扫一次码。两部都能打开，说明网络可用。',
    begin: '打开测试页',
    end: '结束测试',
    testPage: '测试页二维码',
    devices: (count: number) => (count === 0 ? '还没有手机打开' : `已有 ${count} 部设备打开`),
    ladder: [
      '最稳妥：自带路由器，电脑用网线接上，手机连它的无线网，不必上互联网。',
      '会场无线网：若只有一部手机能打开，多半是“客户端隔离”，请会场关闭或改用自带路由器。',
      '仍不行：用平板电脑在桌上轮流投票。',
      '最后：改用纸质票，照样计入。',
    ],
    next: '下一步：封箱',
  },
  rehearsal: {
    title: '演练一遍',
    text: '用虚构的人把投票、清点、开箱走一遍。全程只在内存里，结束后不留任何数据。',
    begin: '开始演练',
    page: '演练投票页二维码',
    codes: '可用手机扫码，输入下面的演练码：',
    vote: (count: number) => `让 ${count} 名虚构投票人投票`,
    voted: (count: number) => `已投约 ${count} 票`,
    count: '结束投票并开箱',
    abandon: '中止演练',
    counted: (count: number) => `演练开箱完成，共 ${count} 票`,
    end: '结束演练，清除数据',
  },
  tellers: {
    name: (number: number) => `监票人 ${number}`,
    passphrase: (number: number) => `监票人 ${number} 的口令`,
    again: (number: number) => `监票人 ${number} 再输一遍`,
    different: '两次不一样',
    remove: (number: number) => `去掉监票人 ${number}`,
    add: '增加一名监票人',
  },
  seal: {
    title: '监票人封箱',
    text: '每位监票人各输一个只有自己知道的口令。封箱后，没有规定人数的监票人到场，任何人（包括操作员）都打不开票箱。',
    need: '开箱至少需要几人',
    needHint: '缺席的由其余监票人补足',
    recovery: '打印一张应急开箱单',
    recoveryHint: '装入信封当场密封，由总监票人保管；可顶替一名监票人。',
    warning: '口令忘记无法找回。封箱后不能再改监票人。',
    action: '封箱',
    sealed: '已封箱',
    sealedText: '票箱已封好，可以开始投票。',
    fingerprint: '票箱指纹（手机页面上显示的应与此一致）：',
    recoveryFile: '应急开箱单.pdf',
    recoveryWaits: '请打印应急开箱单，当场装入信封密封。',
    recoveryGone: '应急开箱单已印好销毁；如没来得及打印就重启了程序，它已不在内存中，不能再印，开箱要靠监票人的口令。',
    next: '下一步：投票',
    noBox: '还没有票箱',
    noBoxText: '先生成票箱并印好码条。',
    toPrint: '去印制材料',
    faults: {
      'need-too-small': '至少需要 1 人',
      'need-too-large': '不能多于监票人数',
      'same-name': '姓名重复，请加以区别',
      'empty-passphrase': '请输入口令',
      'weak-passphrase': '口令太简单，建议 8 位以上',
      'same-passphrase': '与另一位监票人的口令相同',
    },
  },
} as const
