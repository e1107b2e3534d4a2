/**
 * Phone numbers that can be told apart but not called: `138 **** 5678`, `010-****5678`. Of a number of eleven digits or
 * more (a mobile's, or one with its area code) the first three and last four stay, of a shorter one the last four.
 */
export function maskPhone(text: string): string {
  return text.replaceAll(/\d[\d -]*\d|\d/g, number => {
    const digits = number.replaceAll(/\D/g, '').length
    const [head, tail] = digits >= 11 ? [3, 4] : digits >= 7 ? [0, 4] : [0, 0]
    let place = 0
    return number.replaceAll(/\d/g, digit => {
      place += 1
      return place <= head || place > digits - tail ? digit : '*'
    })
  })
}
