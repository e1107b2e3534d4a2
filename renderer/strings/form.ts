/** What every form that edits one record says. */
export const FORM = {
  save: '保存',
  saveLosing: (losses: number) => `保存，清除 ${losses} 项`,
  cancel: '取消',
  hint: 'Ctrl + Enter 保存',
  recovered: '已恢复上次没有保存的内容。',
  startOver: '放弃，从头填',
  leave: '不保存就关闭？',
  leaveText: '改过的内容还没有保存，关闭后就没有了。',
  leaveConfirm: '不保存，关闭',
  leaveCancel: '继续填写',
} as const
