/**
 * Runs tasks at most `most` at a time, in the order they came: a folder of two hundred files dropped at once must not
 * start two hundred threads.
 */
export function inTurn(most: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let running = 0
  return async task => {
    if (running >= most) await new Promise<void>(resolve => waiting.push(resolve))
    else running += 1
    try {
      return await task()
    } finally {
      const next = waiting.shift()
      // The place goes straight to the next one: nobody can slip in between.
      if (next) next()
      else running -= 1
    }
  }
}
