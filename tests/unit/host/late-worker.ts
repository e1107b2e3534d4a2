/** Answers at once and sets the number a moment later, if its thread still turns. */
export function setLater(number: Int32Array): void {
  setTimeout(() => Atomics.store(number, 0, 1), 50)
}
