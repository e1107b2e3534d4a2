type Lines = { readonly here: readonly string[]; readonly never: readonly string[] }
type Moment = 'planned' | 'created' | 'sealed' | 'counted'

const NEVER = ['谁抽了哪张码条', '哪张码条投了哪张票', '任何一票的投票时间、手机号码、设备或网络地址']

const MOMENTS: Readonly<Record<Moment, (slots: number, slips: number) => Lines>> = {
  planned: () => ({
    here: ['会议名称、票种人数、被测评人名单', '参会名单（如已填写，只用于签到表）'],
    never: ['任何码条', '任何选票', ...NEVER],
  }),
  created: (slots, slips) => ({
    here: [
      `票箱文件一个：${slots} 个格子，全部填满随机数，没有一张票`,
      ...(slips > 0 ? [`${slips} 张码条的校验值；码条本身打印后不在电脑里`] : []),
    ],
    never: ['码条上的码（打印销毁后）', '开箱的钥匙（封箱时才产生）', ...NEVER],
  }),
  sealed: (slots, slips) => ({
    here: [
      `票箱文件一个：${slots} 个格子，有票的和空的看上去都是随机数`,
      '已投的票：在手机上就加了密，这台电脑现在打不开',
      ...(slips > 0 ? [`${slips} 张码条中哪些已用过（不知道是谁的，也不知道投了哪一格）`] : []),
      '开箱钥匙：拆成几份，每份用一位监票人的口令锁着',
    ],
    never: ['任何一张票的内容', '任何未锁的钥匙', '监票人的口令', ...NEVER],
  }),
  counted: () => ({
    here: [
      '计数：每人、每票种、每选项各多少票',
      '各票种应到、实到、印制、发出、收回、有效、无效的数',
      '征求意见建议的：监票人放行的原文；还没审看的加着锁，没有放行的已覆盖',
    ],
    never: ['任何一张票：票箱的格子已全部覆盖', '开箱钥匙：已销毁', '码条的校验值：已覆盖', ...NEVER],
  }),
}

/** 现在存了什么 */
export const STORED = {
  title: '现在存了什么',
  now: {
    planned: '还没有生成码条和票箱。',
    created: '码条已印，还没有封箱，还没有投票。',
    sealed: '已封箱。没有规定人数的监票人到场，任何人都打不开。',
    counted: '已开箱计票。只剩计数，不能再还原任何一张票。',
  } satisfies Readonly<Record<Moment, string>>,
  here: '这台电脑里有',
  never: '这台电脑里没有',
  moments: MOMENTS,
  network:
    '程序不联网。只有在“网上报送”里填了服务器地址，按下“发布”“取回”等按钮时，才连接那一台服务器；送去的是评分和自评，码条、选票和计数从不送去。',
  limits:
    '不能防止的：会场里的摄像头和旁人观看；被改动过的程序；同一票种其他人互相核对。投票期间如有人两次拷走票箱文件，再加上监票人的口令，可能对出某张码条的票；全组投得一样时，计数本身就说明了每个人怎么投。',
} as const
