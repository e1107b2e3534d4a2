import { visit } from 'jsonc-parser'
import { at, type Fault, fault } from './fault.ts'
import { failure, type Result, success } from './result.ts'

/**
 * The value of a JSON text of at most `megabytes` (1,048,576 characters each), a leading BOM aside, or every fault with its
 * place. A key that stands twice is a fault: `JSON.parse` keeps the last and says nothing, and a figure would vanish.
 */
export function readJson(text: string, megabytes: number): Result<unknown, readonly Fault[]> {
  if (text.length > megabytes * 1024 * 1024)
    return failure([fault('', 'too-large', { megabytes: Math.ceil(text.length / 1024 / 1024), maximum: megabytes })])
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text
  try {
    const value: unknown = JSON.parse(json)
    const faults = duplicateKeys(json)
    return faults.length > 0 ? failure(faults) : success(value)
  } catch (error) {
    // Nesting of many thousand levels overflows the stack; no file of ours has it.
    if (error instanceof SyntaxError || error instanceof RangeError)
      return failure([fault('', 'not-json', { place: placeOf(json, error) })])
    throw error
  }
}

/** `line:column`; the end of the text where the engine names no position, as it does for a text cut short. */
function placeOf(text: string, error: Error): string {
  if (error instanceof RangeError) return '…'
  const position = /position (\d+)/.exec(error.message)?.[1]
  const lines = text.slice(0, position === undefined ? text.length : Number(position)).split('\n')
  return `${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`
}

function duplicateKeys(text: string): Fault[] {
  const faults: Fault[] = []
  const open: Set<string>[] = []
  visit(text, {
    onObjectBegin: () => {
      open.push(new Set())
    },
    onObjectEnd: () => {
      open.pop()
    },
    onObjectProperty: (key, _offset, _length, line, character, path) => {
      const keys = open.at(-1)
      if (keys?.has(key) || key === '__proto__')
        faults.push(fault(at(...path(), key), 'duplicate-key', { value: key, place: `${line + 1}:${character + 1}` }))
      keys?.add(key)
    },
  })
  return faults
}
