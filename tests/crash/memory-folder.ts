import { dirname } from 'node:path'
import { PowerCut } from './memory-disk.ts'
import { seeded } from './seeded.ts'

/** What goes wrong at the n-th operation: the power, with or without half of that operation done, or the disk. */
export type FolderTrouble = {
  readonly kind: 'stop' | 'tear' | 'fail'
  readonly at: number
  readonly code?: string
  readonly times?: number
}

type Entry = { bytes: Buffer; safe: Buffer }

/**
 * The part of `node:fs/promises` that whole files are written with, over a file system in memory that forgets as badly
 * as real ones may: after a power cut a file has what was synced or any beginning of what was written since, and each
 * rename, new file or removal that no one has synced is there or not, whatever the order.
 */
export class MemoryFolder {
  readonly #draw: () => number
  #files = new Map<string, Entry>()
  #names = new Map<string, Entry>()
  #operations = 0
  #trouble: FolderTrouble | null = null
  #cut = false

  constructor(seed: number) {
    this.#draw = seeded(seed)
  }

  get operations(): number {
    return this.#operations
  }

  trouble(trouble: FolderTrouble | null): void {
    this.#trouble = trouble
    this.#operations = 0
  }

  /** A file's bytes as a program reads them; null where there is none. */
  read(path: string): Buffer | null {
    return this.#files.get(path)?.bytes ?? null
  }

  /** The names of all files. */
  list(): string[] {
    return [...this.#files.keys()].sort()
  }

  /** Everything so far is on the disk. */
  settle(): void {
    for (const entry of this.#files.values()) entry.safe = entry.bytes
    this.#names = new Map(this.#files)
  }

  /** The power is back: of what nobody synced, some is there. */
  restart(): void {
    const names = new Map(this.#names)
    for (const path of new Set([...this.#files.keys(), ...this.#names.keys()])) {
      if (this.#draw() < 0.5) continue
      const now = this.#files.get(path)
      if (now) names.set(path, now)
      else names.delete(path)
    }
    for (const entry of new Set(names.values())) {
      const grown = entry.bytes.subarray(0, Math.floor(this.#draw() * (entry.bytes.length + 1)))
      entry.bytes = entry.bytes.equals(entry.safe) || this.#draw() < 0.3 ? entry.safe : Buffer.from(grown)
    }
    this.#files = names
    this.#cut = false
    this.#trouble = null
    this.settle()
  }

  /** The functions, as a module that wants `node:fs/promises` gets them. */
  promises() {
    return {
      mkdir: async () => this.#step(() => undefined),
      readFile: async (path: string, encoding?: BufferEncoding) => {
        this.#step(() => undefined)
        const bytes = this.#files.get(path)?.bytes
        if (!bytes) throw fault('ENOENT')
        return encoding ? bytes.toString(encoding) : Buffer.from(bytes)
      },
      readdir: async (folder: string) => {
        this.#step(() => undefined)
        return this.list().flatMap(path => (dirname(path) === folder ? [path.slice(folder.length + 1)] : []))
      },
      writeFile: async (path: string, data: string | Uint8Array) => {
        this.#step(() => undefined)
        this.#files.set(path, { bytes: Buffer.from(data), safe: Buffer.alloc(0) })
      },
      rm: async (path: string) => {
        this.#step(() => undefined)
        this.#files.delete(path)
      },
      rename: async (from: string, to: string) => {
        this.#step(() => undefined)
        const entry = this.#files.get(from)
        if (!entry) throw fault('ENOENT')
        this.#files.delete(from)
        this.#files.set(to, entry)
      },
      open: async (path: string, flags?: string) => {
        this.#step(() => undefined)
        // A folder, opened to be synced: names are safe in this model as soon as they are given.
        if (flags === 'r')
          return {
            writeFile: async () => undefined,
            sync: async () => this.#step(() => undefined),
            close: async () => this.#step(() => undefined),
          }
        const entry = { bytes: Buffer.alloc(0), safe: Buffer.alloc(0) }
        this.#files.set(path, entry)
        return {
          writeFile: async (data: Uint8Array) => {
            this.#step(() => {
              entry.bytes = Buffer.from(data.subarray(0, Math.floor(this.#draw() * data.length)))
            })
            entry.bytes = Buffer.from(data)
          },
          sync: async () => {
            this.#step(() => undefined)
            entry.safe = entry.bytes
          },
          close: async () => this.#step(() => undefined),
        }
      },
    }
  }

  #step(half: () => void): void {
    if (this.#cut) throw new PowerCut()
    this.#operations++
    const trouble = this.#trouble
    if (!trouble || this.#operations < trouble.at) return
    if (trouble.kind === 'fail') {
      if (this.#operations >= trouble.at + (trouble.times ?? 1)) return
      half()
      throw fault(trouble.code ?? 'EIO')
    }
    if (this.#operations > trouble.at) return
    this.#cut = true
    if (trouble.kind === 'tear') half()
    throw new PowerCut()
  }
}

function fault(code: string): Error {
  return Object.assign(new Error(`${code}: made by the test`), { code, syscall: 'test' })
}
