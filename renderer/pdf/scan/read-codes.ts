import type { CodeAnswer, CodeQuestion } from './code-worker.ts'

let worker: Worker | null = null
let asked = 0
const waiting = new Map<number, (texts: readonly string[]) => void>()

/** The texts of all QR codes in a picture, upright or turned; none where there are none. The picture is handed over. */
export function readCodes(picture: ImageData): Promise<readonly string[]> {
  worker ??= startWorker()
  const id = asked++
  const question: CodeQuestion = { id, picture }
  const answer = new Promise<readonly string[]>(resolve => waiting.set(id, resolve))
  worker.postMessage(question, [picture.data.buffer])
  return answer
}

function startWorker(): Worker {
  const started = new Worker(new URL('./code-worker.ts', import.meta.url), { type: 'module' })
  started.addEventListener('message', (event: MessageEvent<CodeAnswer>) => {
    waiting.get(event.data.id)?.(event.data.texts)
    waiting.delete(event.data.id)
  })
  // A worker that cannot go on must not leave a page waiting for ever: its pages have no code, and the next starts another.
  started.addEventListener('error', () => {
    started.terminate()
    worker = null
    for (const answer of waiting.values()) answer([])
    waiting.clear()
  })
  return started
}
