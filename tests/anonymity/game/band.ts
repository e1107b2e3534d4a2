/**
 * The hits of a fair coin in so many throws that it leaves less often than once in a thousand: the exact binomial's 99.9 %
 * band, both ends included. An attacker who is always wrong has learned as much as one who is always right.
 */
export function coinBand(throws: number, level = 0.999): { readonly low: number; readonly high: number } {
  const outside = (1 - level) / 2
  let tail = 0
  let low = 0
  for (let hits = 0; hits <= throws; hits++) {
    tail += Math.exp(logChoose(throws, hits) - throws * Math.LN2)
    if (tail > outside) {
      low = hits
      break
    }
  }
  return { low, high: throws - low }
}

function logChoose(n: number, k: number): number {
  let sum = 0
  for (let index = 1; index <= k; index++) sum += Math.log(n - k + index) - Math.log(index)
  return sum
}
