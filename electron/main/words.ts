// The few words that the shell itself shows; everything else is the renderer's.

export const MENU = {
  file: '文件',
  year: (year: number) => `${year} 年度`,
  data: '打开数据文件夹',
  close: '关闭窗口',
  quit: '退出',
  edit: '编辑',
  undo: '撤销输入',
  redo: '恢复输入',
  cut: '剪切',
  copy: '复制',
  paste: '粘贴',
  selectAll: '全选',
  view: '视图',
  zoomIn: '放大',
  zoomOut: '缩小',
  resetZoom: '实际大小',
  fullScreen: '全屏',
  hideProjector: '收起大屏画面',
  window: '窗口',
} as const

export const ASK = {
  busyTitle: '评议正在工作',
  busyText: '投票还在进行，或表格还在生成。现在退出，手机将暂时连不上投票站；已收到的票都在，重新打开后可以继续。',
  stay: '不退出',
  leave: '仍然退出',
  crashTitle: '评议的窗口出错了',
  crashText: '已保存的数据没有改动。可以重新打开窗口；若再次出错，请先备份数据文件夹，再联系维护人员。',
  reopen: '重新打开',
  showData: '打开数据文件夹',
  failedTitle: '评议出错了',
  failedText: '程序内部出错，已保存的数据没有改动。请重新打开评议。',
} as const
