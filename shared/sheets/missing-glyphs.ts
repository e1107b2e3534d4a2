import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import type { Instructor } from '#shared/domain/roster/instructor.ts'
import type { Definition } from './paper/definition.ts'
import { printable } from './paper/text.ts'

/** Characters that would be printed and that the font lacks; `person` is null for words that are nobody's own. */
export type MissingGlyphs = { readonly person: Instructor | null; readonly characters: readonly string[] }

/** Whether the font has a glyph for a code point. */
export type Covers = (codePoint: number) => boolean

/** Where the font may lack something, printed or not: told from the data alone, before any sheet is made. */
export type Suspects = {
  /** The uncovered characters of each person's records, in the roster's order. */
  readonly people: ReadonlyMap<Instructor, ReadonlySet<string>>
  /** Whether what is nobody's own (titles, scheme, meetings) has any. */
  readonly common: boolean
}

/** The people and whether the common words have characters that the font lacks. */
export function suspectsOf(evaluation: Evaluation, covers: Covers): Suspects {
  const { instructors, self, ratings, decisions, ...common } = evaluation
  const records = Map.groupBy([...self, ...ratings, ...decisions], record => String(record.instructor))
  const people = instructors
    .map(person => [person, uncovered([person, records.get(person.id)], covers)] as const)
    .filter(([, characters]) => characters.size > 0)
  return { people: new Map(people), common: uncovered(common, covers).size > 0 }
}

/** Of the suspects, what the sheets would really print; what is no suspect's own comes last. */
export function missingGlyphs(suspects: Suspects, sheets: Iterable<Definition>, covers: Covers): MissingGlyphs[] {
  const lacking = new Set<string>()
  for (const sheet of sheets) for (const character of uncovered(sheet, covers)) lacking.add(character)
  const found = [...suspects.people].flatMap(([person, characters]): MissingGlyphs[] => {
    const printed = [...characters].filter(character => lacking.has(character))
    return printed.length === 0 ? [] : [{ person, characters: printed }]
  })
  const told = new Set(found.flatMap(({ characters }) => characters))
  const others = [...lacking].filter(character => !told.has(character))
  return others.length === 0 ? found : [...found, { person: null, characters: others }]
}

/** One line a person: `王𮬀（i07）：字体缺“𮬀”(U+2EB00)`. */
export function missingGlyphsLine({ person, characters }: MissingGlyphs): string {
  const who = person ? `${printable(person.name)}（${person.id}）` : '考评方案等公用文字'
  const what = characters.map(character => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    return `“${character.isWellFormed() ? character : '?'}”(U+${code})`
  })
  return `${who}：字体缺${what.join('、')}`
}

/** The characters of all strings in a plain JSON value that are not covered, in the order in which they first stand. */
function uncovered(value: unknown, covers: Covers): Set<string> {
  const found = new Set<string>()
  // A year says the same marks, ids and figures over and over.
  const seen = new Set<string>()
  const look = (part: unknown): void => {
    if (typeof part === 'string') {
      if (seen.has(part)) return
      seen.add(part)
      for (const character of printable(part))
        if (character !== '\n' && !covers(character.codePointAt(0) ?? 0)) found.add(character)
    } else if (typeof part === 'object' && part !== null)
      for (const key of Object.keys(part)) look(Reflect.get(part, key))
  }
  look(value)
  return found
}
