import { fdatasyncSync, futimesSync, writeSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import type { AnsweredSteps } from './disk-thread.ts'
import { isDiskError, PINNED, type Step } from './urn-file.ts'

// The thread of an open urn's file (its descriptor, which all threads share): one list of steps after the other, and nothing
// in between. What is to be written is in memory only, here as there.

const file: number = workerData

parentPort?.on('message', (steps: readonly Step[] | null) => {
  if (steps) parentPort?.postMessage(answerTo(steps))
  else parentPort?.close()
})
const up: AnsweredSteps = { done: 0, failed: null }
parentPort?.postMessage(up)

function answerTo(steps: readonly Step[]): AnsweredSteps {
  let done = 0
  try {
    for (const step of steps) {
      doStep(step)
      done++
    }
    return { done, failed: null }
  } catch (error) {
    // An error that is sent on loses its code.
    return { done, failed: { code: isDiskError(error) ? (error.code ?? null) : null, message: String(error) } }
  }
}

function doStep(step: Step): void {
  if (step === 'flush') fdatasyncSync(file)
  else if (step === 'pin-time') futimesSync(file, PINNED, PINNED)
  else {
    const { position, bytes } = step
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done, bytes.length - done, position + done)
  }
}
