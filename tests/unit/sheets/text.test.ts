import { open } from 'fontkit'
import { describe, expect, it } from 'vitest'
import { safeFileName } from '#electron/host/sheets/safe-file-name.ts'
import { SHEET_FONTS } from '#electron/host/sheets/sheet-fonts.ts'
import { dateWords, maskedPhone, oneLine, paragraphs } from '#shared/sheets/paper/text.ts'
import { fittedSize, textWidth } from '#shared/sheets/paper/text-width.ts'
import { buildSummary } from './build-year.ts'

describe('maskedPhone', () => {
  // A number that is shown whole because it is short, foreign or written with spaces.
  it.each([
    ['13812345678', '138****5678'],
    ['138 1234 5678', '138****5678'],
    ['010-88881234', '010****1234'],
    ['88881234', '****34'],
    ['12', '****12'],
    ['无', ''],
    ['', ''],
    [undefined, ''],
  ])('%s → %s', (phone, masked) => {
    expect(maskedPhone(phone)).toBe(masked)
  })
})

describe('words of users', () => {
  // Line ends of Windows, tabs and invisible characters from Word, printed as boxes or as extra lines.
  it('become clean paragraphs and lines', () => {
    expect(paragraphs(' 第一段\r\n\r\n\u3000\u3000第二段\u200b\t完\r')).toEqual(['第一段', '第二段  完'])
    expect(paragraphs(undefined)).toEqual([])
    expect(oneLine('王\u200b小\n明 ')).toBe('王小 明')
  })

  it('has dates as a form writes them', () => {
    expect(dateWords('2026-03-09')).toBe('2026年3月9日')
    expect(dateWords(undefined)).toBe('')
  })
})

describe('textWidth', () => {
  // An estimate below the printed width lets a name run into the next cell, or a form onto a third page.
  it('is never below the printed width', async () => {
    const font = await open(SHEET_FONTS.bold)
    if (!('layout' in font)) throw new Error('a collection')
    const texts = [
      '买买提·阿不都热合曼·吐尔逊',
      'Wolfgang Müller-MWMW 2026 (iii) {}~',
      '（2026年度）98.65%，12/34；“引号”——……',
      buildSummary(400).replaceAll('\n', ''),
    ]
    for (const text of texts)
      expect(textWidth(text, 10)).toBeGreaterThanOrEqual((font.layout(text).advanceWidth * 10) / font.unitsPerEm)
  })

  it('chooses the largest size that fits', () => {
    expect(fittedSize('王小明', 92, 10.5, 5)).toBe(10.5)
    expect(fittedSize('阿卜杜热合曼·买买提伊明江', 92, 10.5, 5)).toBeLessThan(8)
    expect(textWidth('阿卜杜热合曼·买买提伊明江', fittedSize('阿卜杜热合曼·买买提伊明江', 92, 10.5, 5))).toBeLessThan(
      92,
    )
    expect(fittedSize('长'.repeat(200), 92, 10.5, 5)).toBe(5)
  })
})

describe('safeFileName', () => {
  // A name that Windows refuses, that leaves the folder, or that is longer than a disk allows.
  it.each([
    ['王小明', '王小明'],
    ['../../etc/passwd', '_.._etc_passwd'],
    ['a<b>:"|?*\\c', 'a_b_______c'],
    ['王\n小\u0000明', '王_小_明'],
    ['名字. . ', '名字'],
    ['\u202e王', '_王'],
    ['...', '_'],
    ['', '_'],
  ])('%j → %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe)
  })

  it('is short enough for every disk, and never half a character', () => {
    const safe = safeFileName('𮬀'.repeat(200))
    expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(90)
    expect(safe.isWellFormed()).toBe(true)
  })
})
