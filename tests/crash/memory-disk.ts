import { stepByStep, type UrnFile } from '#electron/host/urn/urn-file.ts'
import { seeded } from './seeded.ts'

/** The power went: nothing after this happens. No disk's error, so that nothing in the program can handle it. */
export class PowerCut extends Error {}

export type Trouble =
  /** The power goes before the n-th operation. */
  | { readonly kind: 'stop'; readonly at: number }
  /** The power goes in the middle of the n-th operation: of a write, some sectors are new and some old. */
  | { readonly kind: 'tear'; readonly at: number }
  /** The n-th operation fails, and `times − 1` after it. A failed write may have written some; a failed flush forgets. */
  | { readonly kind: 'fail'; readonly at: number; readonly code: string; readonly times: number }

type Pending = { readonly position: number; readonly bytes: Uint8Array }

/** Bytes that are written whole, however a write is torn. Disks write sectors; the urn does not rely on it. */
const TORN = [1, 16, 512]

/**
 * A disk in memory that behaves as badly as real ones may: what was not flushed is, after a power cut, there or not, in
 * any order and in part; after a flush that failed, what it should have flushed is never written any more unless it is
 * written again (the kernel marks the pages clean).
 */
export class MemoryDisk {
  readonly #draw: () => number
  #durable: Uint8Array
  #seen: Uint8Array
  #pending: Pending[] = []
  #operations = 0
  #cut = false
  #trouble: Trouble | null = null

  constructor(image: Uint8Array, seed: number) {
    this.#durable = image.slice()
    this.#seen = image.slice()
    this.#draw = seeded(seed)
  }

  /** Operations done since the last `trouble`. */
  get operations(): number {
    return this.#operations
  }

  /** What a program reads now. */
  get image(): Uint8Array {
    return this.#seen.slice()
  }

  trouble(trouble: Trouble | null): void {
    this.#trouble = trouble
    this.#operations = 0
  }

  /** The process ends and the power goes: what was not flushed survives by chance. The disk is as new then. */
  restart(): void {
    for (const pending of this.#pending) if (this.#draw() < 0.5) this.#apply(this.#durable, pending, this.#draw() < 0.5)
    this.#pending = []
    this.#seen = this.#durable.slice()
    this.#cut = false
    this.#trouble = null
  }

  file(): UrnFile {
    return {
      read: async (position, length) => {
        this.#step(() => undefined)
        return this.#seen.slice(position, position + length)
      },
      run: stepByStep(async step => {
        if (step === 'flush') this.#flush()
        else if (step === 'pin-time') this.#step(() => undefined)
        else {
          const pending = { position: step.position, bytes: step.bytes.slice() }
          this.#step(() => this.#write(pending, true))
          this.#write(pending, false)
        }
      }),
      close: async () => undefined,
    }
  }

  #step(half: () => void): void {
    const trouble = this.#trouble
    if (this.#cut) throw new PowerCut()
    this.#operations++
    if (!trouble || this.#operations < trouble.at) return
    if (trouble.kind === 'fail') {
      if (this.#operations >= trouble.at + trouble.times) return
      half()
      throw Object.assign(new Error(trouble.code), { code: trouble.code })
    }
    if (this.#operations > trouble.at) return
    this.#cut = true
    if (trouble.kind === 'tear') half()
    throw new PowerCut()
  }

  #flush(): void {
    this.#step(() => {
      this.#pending = []
    })
    for (const pending of this.#pending) this.#apply(this.#durable, pending, false)
    this.#pending = []
  }

  #write(pending: Pending, torn: boolean): void {
    const end = pending.position + pending.bytes.length
    if (end > this.#seen.length) {
      this.#seen = grown(this.#seen, end)
      this.#durable = grown(this.#durable, end)
    }
    const written = torn ? this.#torn(this.#seen, pending) : pending
    this.#apply(this.#seen, written, false)
    this.#pending.push(written)
  }

  /** A write of which some pieces (a sector, or less) are new and the others as they were. */
  #torn(image: Uint8Array, { position, bytes }: Pending): Pending {
    const piece = TORN[Math.floor(this.#draw() * TORN.length)] ?? 1
    const mixed = image.slice(position, position + bytes.length)
    for (let start = 0; start < bytes.length; start += piece)
      if (this.#draw() < 0.5) mixed.set(bytes.subarray(start, start + piece), start)
    return { position, bytes: mixed }
  }

  #apply(image: Uint8Array, pending: Pending, torn: boolean): void {
    const { position, bytes } = torn ? this.#torn(image, pending) : pending
    image.set(bytes, position)
  }
}

function grown(bytes: Uint8Array, length: number): Uint8Array {
  const larger = new Uint8Array(length)
  larger.set(bytes)
  return larger
}
