// Damm's table: totally anti-symmetric, so that every single wrong digit and every swap of two neighbours is noticed.
const TABLE = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
] as const

/** The digit that makes `digits` followed by it pass `passesCheck`. Source: H. M. Damm, 2004. */
export function checkDigit(digits: string): string {
  let state = '0'
  for (const digit of digits) state = TABLE[Number(state)]?.[Number(digit)] ?? '0'
  return state
}

/** Whether digits, the last being their check digit, hold together: a mistyped code is told before it is sent. */
export function passesCheck(digits: string): boolean {
  return checkDigit(digits) === '0'
}
