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
  busy: '正在生成另一批表格，请等它完成或先取消。',
  internal: '程序内部出错，没有完成。请重试；仍不行请重启评议。',
}

/** The words of a code that came with an event. */
export function errorWords(code: string): string {
  return Object.hasOwn(ERROR_WORDS, code) ? ERROR_WORDS[code as ErrorCode] : ERROR_WORDS.internal
}
