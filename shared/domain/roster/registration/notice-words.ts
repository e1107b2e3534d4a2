import { KIND_WORDS } from '#shared/domain/roster/words.ts'
import type { Notice } from './notice.ts'

const MOST_ROWS = 8

/** A notice as one line for the clerk. */
export function noticeWords(notice: Notice): string {
  switch (notice.code) {
    case 'kind-assumed':
      return `表中没有写明专职或兼职，${notice.count} 人都按${KIND_WORDS.get(notice.kind) ?? ''}记`
    case 'blank':
      return `${notice.column}：${rowList(notice.rows)}没有填`
    case 'same-name': {
      const sheets = new Set(notice.places.map(place => place.sheet))
      const places = notice.places.map(place =>
        sheets.size > 1 ? `“${place.sheet}”第 ${place.row} 行` : `第 ${place.row} 行`,
      )
      return `有 ${notice.places.length} 位“${notice.name}”（${places.join('、')}），请核对是否同一人`
    }
    case 'hidden-rows':
      return `${rowList(notice.rows)}在表中是隐藏的，已一并读入`
    case 'hidden-sheet':
      return `隐藏的工作表“${notice.sheet}”没有读入`
    case 'other-sheet':
      return `工作表“${notice.sheet}”不是花名册，没有读入`
    case 'unread-columns':
      return `没有读入的列：${notice.columns.join('、')}`
  }
}

function rowList(rows: readonly number[]): string {
  const shown = rows.slice(0, MOST_ROWS).join('、')
  return rows.length > MOST_ROWS ? `第 ${shown} 等 ${rows.length} 行` : `第 ${shown} 行`
}
