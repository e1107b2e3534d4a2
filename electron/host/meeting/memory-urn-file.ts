import { stepByStep, type UrnFile } from '#electron/host/urn/urn-file.ts'

/** An urn's file that is memory and nothing else: gone with `close`, overwritten first. For rehearsals. */
export function memoryUrnFile(): UrnFile {
  let bytes = new Uint8Array(0)
  return {
    read: async (position, length) => bytes.slice(position, position + length),
    run: stepByStep(async step => {
      if (step === 'flush' || step === 'pin-time') return
      const { position, bytes: written } = step
      const end = position + written.length
      if (end > bytes.length) {
        const longer = new Uint8Array(end)
        longer.set(bytes)
        bytes.fill(0)
        bytes = longer
      }
      bytes.set(written, position)
    }),
    close: async () => {
      bytes.fill(0)
      bytes = new Uint8Array(0)
    },
  }
}
