import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { LANE_HEADER } from '#shared/domain/ballot/cast/cast-lane.ts'
import { runHub } from './run-hub.ts'

const read = (name: string) => readFile(new URL(`../../../resources/hub/${name}`, import.meta.url), 'utf8')

// Catches: an option that was renamed in the program and not in the compose file.
test.each(['compose.yaml', 'compose.report.yaml'])('the commands of %s are such as the program knows', async name => {
  const line = /^ {4}command: (\[.*"serve".*\])$/m.exec(await read(name))?.[1] ?? ''
  const command: readonly string[] = JSON.parse(line.replace(/\$\{PINGYI_\w+\}/, 'vote.example.org'))
  // Everything but the database is right: it is asked for, and is not there.
  const ended = await runHub(command, '', tmpdir(), 'postgres://u@127.0.0.1:1/x')
  expect(ended).toMatchObject({ code: 1, stdout: '' })
  expect(ended.stderr).toContain('数据库连不上')
})

// Catches: a proxy or a database that writes down who voted when; the inner port shown to voters.
test('nothing of it writes an access log or shows the inner port', async () => {
  const [compose, report] = [await read('compose.yaml'), await read('compose.report.yaml')]
  const [caddy, reports] = [await read('Caddyfile'), await read('Caddyfile.report')]
  // Of Caddy's own log nothing that a request makes: an error names the address of who asked, with the time (seen).
  expect(caddy).toContain('\n\tlog {\n\t\texclude http\n\t}\n')
  for (const text of [caddy.replace('log {', ''), reports]) expect(text).not.toMatch(/^\s*log\b/m)
  expect(report).not.toMatch(/^ {4}ports:/m)
  expect(compose.match(/^ {4}ports: .*$/gm)).toEqual(['    ports: ["80:80", "443:443"]'])
  for (const setting of ['log_statement=none', 'log_min_duration_statement=-1', 'log_min_error_statement=panic'])
    expect(compose).toContain(setting)
})

// Catches: a header that was renamed on the page and not in the proxy, which would then send a doubled vote anywhere.
test('the proxy sends one slip’s votes to one station', async () => {
  expect(await read('Caddyfile')).toContain(`\n\t\tlb_policy header ${LANE_HEADER}\n`)
  expect(await read('README.md')).toContain(`$http_${LANE_HEADER.toLowerCase().replaceAll('-', '_')} consistent`)
})

// Catches: a file that the image's build needs and its context leaves out (seen: the TypeScript settings).
test('the image’s context holds what its build asks for', async () => {
  const ignored = (await read('Dockerfile.dockerignore')).split('\n')
  const holds = (path: string) => ignored.includes(`!${path.split('/')[0]}`)
  const copied = [...(await read('Dockerfile')).matchAll(/^COPY (?!--from)(.+) \S+$/gm)]
  const wanted = copied.flatMap(([, names = '']) => names.split(' ')).filter(name => name !== '.')
  for (const folder of ['shared', 'electron', 'renderer']) {
    const text = await readFile(new URL(`../../../${folder}/tsconfig.json`, import.meta.url), 'utf8')
    wanted.push(folder, posix.join(folder, /"extends": "([^"]+)"/.exec(text)?.[1] ?? ''))
  }
  expect(ignored[0]).toBe('**')
  expect(wanted.filter(path => !holds(path))).toEqual([])
})
