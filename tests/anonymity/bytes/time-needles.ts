import type { Needle } from './needles.ts'

/** How far from a vote a time may be and still tell of it. */
const NEAR = 2_000

/**
 * A stretch of time as programs write it down, two seconds to either side: text (ISO and other dates to the second,
 * seconds; milliseconds and microseconds begin with the same digits) and binary numbers of eight bytes, by those of
 * their bytes that stay the same for so long. `whole` also looks for seconds in four bytes, which random bytes of an
 * urn hold by chance.
 */
export function timeNeedles(from: number, to: number, { whole }: { readonly whole: boolean }): Needle[] {
  const needles = new Map<string, Buffer>()
  for (let time = from - NEAR; time <= to + NEAR; time += 500) {
    const iso = new Date(time).toISOString()
    const seconds = Math.floor(time / 1_000)
    const texts = [
      iso.slice(0, 19),
      iso.slice(0, 19).replace('T', ' '),
      iso.slice(0, 19).replace(/[-:T]/g, ''),
      `${seconds}`,
    ]
    for (const text of texts) {
      needles.set(`the time ${text}`, Buffer.from(text))
      needles.set(`the time ${text} (utf-16)`, Buffer.from(text, 'utf16le'))
    }
    const number = new DataView(new ArrayBuffer(8))
    const add = (name: string, bytes: number) => {
      const head = Buffer.from(new Uint8Array(number.buffer, 0, bytes))
      needles.set(`the time as ${name} ${head.toString('hex')}`, head)
      needles.set(`the time as ${name} ${head.toString('hex')}, low byte first`, Buffer.from(head.toReversed()))
    }
    number.setBigUint64(0, BigInt(seconds))
    add('seconds', 8)
    number.setBigUint64(0, BigInt(time))
    add('milliseconds', 6)
    number.setBigUint64(0, BigInt(time) * 1_000n)
    add('microseconds', 6)
    number.setFloat64(0, time)
    add('a float of milliseconds', 6)
    if (!whole) continue
    number.setUint32(0, seconds)
    add('seconds in four bytes', 4)
  }
  return [...needles].map(([name, bytes]) => ({ name, bytes: Buffer.from(bytes) }))
}
