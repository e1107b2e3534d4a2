/** What is said about a change of the year: made, refused, taken back. */
export const CHANGES = {
  undo: '撤销',
  undoneLast: '已撤销最近一步',
  undone: (what: string) => `已撤销：${what}`,
  undoing: (what: string) => `撤销：${what}`,
  refused: {
    gone: '这个年度已在另一个窗口中移除，没有保存。',
    closed: '本年度已结档，只能查看。确需修改，请先在“年度总览”中重新开放并写明原因。',
    conflict: '这一项刚在另一个窗口中改过，没有保存。填的内容还在，看过新的内容后再保存一次。',
    'append-only': '审定记录只能追加，不能撤销或改写。请新增一条更正记录。',
    'nothing-to-undo': '没有可以撤销的操作。',
    'box-made': '这场测评会的码条已经印出，不能再撤销到印制之前。如需重做，请先在“印制材料”里作废码条。',
    'not-the-latest': '此后又有别的修改，不能单独撤销这一步。可在“数据安全”的操作记录里从最近一步起逐步撤销。',
  },
  faults: (count: number) => `有 ${count} 处不对，没有保存：`,
  moreFaults: (count: number) => `……另有 ${count} 处`,
  storage: '没有存进这台电脑（磁盘可能已满），请清理后再试。刚才填的内容还在页面上。',
} as const
