import type { ErrorCode } from '#shared/contract/reply.ts'

/** Pages for when something is not as it should be. */
export const TROUBLE = {
  noToken: {
    title: '请从启动时显示的地址打开',
    text: '评议启动后会显示一个带口令的地址。请回到启动评议的窗口，打开那里的完整地址。',
    hint: '形如 http://127.0.0.1:47160/#token=…',
  },
  noAnswer: {
    title: '评议没有应答',
    text: '启动评议的窗口可能已经关闭。请重新启动评议，再打开它显示的地址。已导入的数据都在，不会丢失。',
    retry: '重试',
  },
  noYear: {
    title: (year: string) => `没有 ${year} 年度`,
    text: '这台电脑上没有保存这个年度。可以导入它的考评文件，或打开其他年度。',
    home: '回到首页',
  },
  noPerson: {
    title: '没有这个人',
    text: '花名册里没有这个编号，可能是导入新文件后人员有变化。',
    back: '查看计分排名',
  },
  noPage: {
    title: '没有这个页面',
    text: '地址可能输错了。',
  },
  crash: {
    title: '这个页面出错了',
    text: '已保存的数据没有改动。可以先导出数据，再重新打开页面；若再次出错，请把下面的说明交给维护人员。',
    exportYear: (year: number) => `导出 ${year} 年度数据`,
    exportFailed: '数据读不出来，导出没有完成。',
    reload: '重新打开',
    details: '错误说明',
  },
} as const

/** Why the host refused a call, in words; details follow as lines. */
export const ERROR_WORDS: Readonly<Record<ErrorCode, string>> = {
  'bad-request': '请求有误，没有执行。请重试；仍不行请重启评议。',
  'not-allowed': '口令已失效。请从启动时显示的地址重新打开。',
  'bad-evaluation': '这个年度的数据有误，不能生成表格。',
  'missing-glyphs': '下列人员的文字里有字库没有的字，表格没有生成。请核对或改用通行写法。',
  'not-found': '文件不在了，可能已被移走或删除。',
  cancelled: '已取消。',
  'no-space': '磁盘空间不足。请清理后再试。',
  'read-only': '文件夹不可写入。请检查权限后再试。',
  'no-folder': '找不到保存表格的文件夹。',
  'bad-workbook': '这个文件不能读入。',
  'changed-elsewhere': '这个年度在另一个浏览器里改过，副本没有更新。',
  'not-a-backup': '这不是评议的备份文件，或文件已损坏。没有改动任何数据。',
  'passphrase-needed': '备份加了口令，请输入口令。',
  'wrong-passphrase': '口令不对，没有打开。请核对大小写和空格后再试。',
  busy: '正在生成另一批表格，请等它完成或先取消。',
  'bad-plan': '会议设置有误，没有执行。请按下面各条改好再试。',
  'bad-ballots': '录入的纸质票有误，没有收下。请按下面各条改好再试。',
  exists: '这次会议的票箱已经在这台电脑上。要重做码条，请先删除原来的票箱。',
  'in-use': '票箱正被另一个评议程序使用。请先关闭那一个。',
  sealed: '票箱已封箱、尚未计票，不能删除。',
  'not-sealed': '票箱还没有封箱。请监票人先设口令封箱。',
  'already-sealed': '票箱已经封过箱，不能再封。',
  closed: '投票已经结束。迟到的人请另开一轮，由该票种全体重投。',
  'not-closed': '投票还没有结束。请先停止投票。',
  'station-running': '投票站正在运行。请先停止投票站。',
  'port-taken': '端口被其他程序占用。请换一个端口。',
  'no-such-address': '这台电脑没有这个地址，可能换了网络。请重新选择地址。',
  'port-not-allowed': '无权使用这个端口。请换 1024 以上的。',
  'no-page': '选票页面没有装好。请重新安装评议，或在程序文件夹里运行 npm run build。',
  'box-full': '超过了为该票种印制的纸质票数，没有收下。请核对票数。',
  unsettled: '两人录入还有不一致的地方。请逐处核对后再入箱。',
  'same-person': '两遍录入须由两个人分别完成。',
  'not-a-copy': '这不是票箱的拷贝文件，或文件不完整。',
  'not-a-receipt': '这不是开箱凭证，或文件不完整。没有任何变化。',
  'not-counted-there':
    '这份凭证没有把这台电脑上的票全部算进去：开的是别的票箱，或是拷出之后这里又收了票。没有任何变化。',
  'other-halls': '这次会议分几个会场，各会场的票箱须一并开箱，现在还没有齐。',
  'other-meeting': '这个票箱与本次会议投的不是同一内容，不能一并开箱。',
  'same-box': '这个票箱已经在这里，同一个票箱只能算一次。',
  damaged: '票箱文件已损坏。请改用拷贝的票箱。',
  'newer-version': '票箱由较新版本的评议生成。请升级后再打开。',
  disk: '磁盘读写失败，没有完成。已确认收到的票都在；请检查磁盘后再试。',
  'not-a-document': '这种文件不能作为附件，请用 Word、WPS、PDF、Excel 文件或图片。',
  'nothing-changed': '与原来相比没有更正。',
  'attachment-damaged': '这份附件与登记时不一致，可能已损坏。请重新添加原件。',
  'no-hub': '还没有填网上报送的服务器地址。',
  'hub-unreachable': '连不上报送服务器，没有执行。请检查网络和地址，或请服务器的管理人员看一下。',
  'hub-certificate':
    '报送服务器的证书不被信任，没有连接。请核对地址；证书由本单位自己签发的，请向服务器管理人员要证书文件，在这里选上。',
  'not-a-certificate': '这不是证书文件。请选 .crt、.cer 或 .pem 文件。',
  'hub-key': '管理密钥不对，可能已换过。请重新填写。',
  'hub-busy': '报送服务器暂时不能处理，没有执行。请过一会儿再试。',
  'hub-changed': '这份报送刚有变化，没有执行。请先取回再看。',
  'hub-other-links': '这些链接是在另一台电脑上发布的，没有改动。',
  'not-a-hub': '这个地址不是评议的报送服务器，或版本不同。请核对地址。',
  internal: '程序内部出错，没有完成。请重试；仍不行请重启评议。',
}

/** The words of a code that came with an event. */
export function errorWords(code: string): string {
  return Object.hasOwn(ERROR_WORDS, code) ? ERROR_WORDS[code as ErrorCode] : ERROR_WORDS.internal
}
