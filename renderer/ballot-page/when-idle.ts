/** Calls `act` whenever nobody has touched the page for so many milliseconds, for as long as the page lives. */
export function whenIdle(milliseconds: number, act: () => void): void {
  let timer = 0
  const wait = () => {
    window.clearTimeout(timer)
    timer = window.setTimeout(act, milliseconds)
  }
  for (const event of ['pointerdown', 'keydown', 'scroll', 'input']) window.addEventListener(event, wait, true)
  wait()
}
