type Cells = Readonly<Record<string, string>>

/** Words of cells that another record has otherwise: `评分 90 → 80，加分 2 → 无`. Long words are only named as changed. */
export type ChangeWords = {
  readonly label: (cell: string) => string
  readonly none: string
  readonly longChanged: (label: string) => string
}

const LONG = 12

/** What differs between cells that are known and cells that came in, in their order; '' where nothing does. */
export function cellChanges(before: Cells, next: Cells, words: ChangeWords): string {
  const ids = [...new Set([...Object.keys(next), ...Object.keys(before)])]
  const changed = ids.flatMap(id => {
    const [old = '', now = ''] = [before[id], next[id]]
    if (old === now) return []
    const label = words.label(id)
    if (old.length > LONG || now.length > LONG) return [words.longChanged(label)]
    return [`${label} ${old === '' ? words.none : old} → ${now === '' ? words.none : now}`]
  })
  return changed.join('，')
}
