/** 归档 */
export const ARCHIVE = {
  title: '归档',
  lead: '一年的考评结束后，留存能够多年后核对的材料。',
  laterTitle: '归档包将在以后的版本提供',
  laterText: '届时会生成归档文件目录、全部表格和校验清单，并能随时复核。现在可以做两件事：',
  exportTitle: '备份全年数据',
  exportText: '导出考评文件。它含花名册、方案、自评、计票结果、评定和审定记录，可在另一台电脑上完整恢复。',
  exportAction: '导出考评文件',
  sheetsTitle: '留存纸质材料',
  sheetsText: '在“表格”页生成年度考评登记表、民主测评汇总表、审批表和结果名册，打印签字后归档。',
  toSheets: '去生成表格',
} as const
