/** What every form that edits one record says. */
export const FORM = {
  save: '保存',
  saveLosing: (scores: number) => `保存，清除 ${scores} 份评分`,
  cancel: '取消',
  hint: 'Ctrl + Enter 保存',
  recovered: '已恢复上次没有保存的内容。',
  meanwhile: {
    taken: (names: readonly string[]) => `这一条刚在另一个窗口中改过，下面已换成新的：${names.join('、')}。`,
    clash: (name: string, theirs: string | null) =>
      theirs === null || theirs.length > 40
        ? `“${name}”两个窗口都改了，保存时以这里的为准。`
        : `“${name}”两个窗口都改了：那边是“${theirs === '' ? '空' : theirs}”，保存时以这里填的为准。`,
    gone: '这一条刚在另一个窗口中删除。这里填的都还在，再保存就作为新的一条存入。',
    other: '其他内容',
  },
  startOver: '放弃，从头填',
  leave: '不保存就关闭？',
  leaveText: '改过的内容还没有保存，关闭后就没有了。',
  leaveConfirm: '不保存，关闭',
  leaveCancel: '继续填写',
} as const
