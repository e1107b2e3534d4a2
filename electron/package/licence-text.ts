import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const MIT_WORDS = 'Permission is hereby granted, free of charge'

/**
 * A package's licences in full: its files of that name, also those of what it carries compiled (`wasm`), and its notices; else
 * its page's chapter; else, where it only says "MIT", the words of that with its author's name.
 */
export function licenceText(folder: string, licence: string | undefined, author: string): string {
  const files = [folder, join(folder, 'wasm')].flatMap(licenceFiles).map(file => readFileSync(file, 'utf8').trim())
  if (files.length > 0) return files.join('\n\n')
  const chapter = licenceChapter(folder)
  if (chapter.includes(MIT_WORDS)) return chapter
  return licence === 'MIT' ? mitText(author) : ''
}

function licenceFiles(folder: string): string[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter(name => /^(licen[cs]e|copying|notice)/i.test(name))
  // pdfjs-dist's interpreter of scripts in forms, which is not shipped.
  return names.filter(name => !name.endsWith('QUICKJS')).map(name => join(folder, name))
}

function licenceChapter(folder: string): string {
  const page = readdirSync(folder).find(name => /^readme/i.test(name))
  const text = page === undefined ? '' : readFileSync(join(folder, page), 'utf8')
  return text.slice(Math.max(text.search(/^#+ licen[cs]e/im), 0))
}

const mitText = (author: string): string => `The MIT License (MIT)

Copyright (c) ${author}

${MIT_WORDS}, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`
