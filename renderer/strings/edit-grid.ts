/** The table that is filled in like a spreadsheet. */
export const EDIT_GRID = {
  help: '方向键、回车、Tab 移动；可从 Excel、WPS 整块粘贴',
  problem: (row: string, column: string, problem: string) => `${row} · ${column}：${problem}`,
  pasted: (cells: number, beyond: number) =>
    beyond > 0 ? `已粘贴 ${cells} 格；超出表尾的 ${beyond} 行没有粘贴` : `已粘贴 ${cells} 格`,
  choices: (choices: readonly string[]) =>
    `可填：${choices.map((choice, index) => `${index + 1} ${choice}`).join('　')}（填数字即可）`,
  wrong: (count: number) => `有 ${count} 格要改，已用红框标出`,
  noRows: '没有可填的行',
} as const
