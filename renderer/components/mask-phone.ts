/**
 * Phone numbers that can be told apart but not called: `138 **** 5678`, `010-****5678`. Of a number of eleven digits or
 * more the first three (a mobile's) or the area code and the last four stay, of a shorter one the last four.
 */
export function maskPhone(text: string): string {
  return text.replaceAll(/\d[\d -]*\d|\d/g, number => {
    const digits = number.replaceAll(/\D/g, '').length
    const area = /^(0\d{2,3})[ -]/.exec(number)?.[1]?.length
    const [head, tail] = digits >= 11 ? [area ?? 3, 4] : digits >= 7 ? [0, 4] : [0, 0]
    let place = 0
    return number.replaceAll(/\d/g, digit => {
      place += 1
      return place <= head || place > digits - tail ? digit : '*'
    })
  })
}
