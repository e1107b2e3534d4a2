// 复算程序（第二套计分）
//
// 用法：node recount.mjs evaluation.json results.json
//
// 按考评方案和计票数重新计算每个人的各部分得分、总分和比例，与结果文件逐项比较。
// 全部一致时退出码为 0；有不一致时逐项列出，退出码为 1；文件读不了时为 2。
// 名次、等次、名额和提示不在复算之内。
//
// 本程序与“评议”软件没有任何共用代码，不需要安装别的东西，也不联网；Node.js 18 及以后版本都能运行。
// 每一条计分规则写在相应的函数前面，请对照阅读。
//
// A second, independent tally: scores, totals and rates, written from the scoring rules and not from the app's code.
// It imports nothing but what it needs to read two files. Arithmetic is exact: fractions of whole numbers (BigInt).

import { readFileSync, realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

// ── 分数运算：n/d 为最简分数，d 恒大于 0，全程不舍入 ──────────────────────────────────────────────────────────────

function fraction(n, d = 1n) {
  let [a, b] = [n < 0n ? -n : n, d]
  while (b !== 0n) [a, b] = [b, a % b]
  return a === 0n ? { n: 0n, d: 1n } : { n: n / a, d: d / a }
}
const [ZERO, HUNDRED] = [fraction(0n), fraction(100n)]
const add = (a, b) => fraction(a.n * b.d + b.n * a.d, a.d * b.d)
const subtract = (a, b) => fraction(a.n * b.d - b.n * a.d, a.d * b.d)
const multiply = (a, b) => fraction(a.n * b.n, a.d * b.d)
const divide = (a, b) => fraction(a.n * b.d, a.d * b.n) // b is always above 0 here
const isLess = (a, b) => a.n * b.d < b.n * a.d
const sum = fractions => fractions.reduce(add, ZERO)
const count = number => fraction(BigInt(number))
const total = counts => counts.reduce((all, value) => all + value, 0)

/** A decimal as it is written in the file, "90.5" → 181/2. */
function decimal(text) {
  if (!/^-?[0-9]+(\.[0-9]+)?$/.test(text)) throw new Error(`不是十进制数：${text}`)
  const places = text.includes('.') ? text.length - text.indexOf('.') - 1 : 0
  return fraction(BigInt(text.replace('.', '')), 10n ** BigInt(places))
}

/** 打印时四舍五入（逢五进一）到 places 位小数：90.845 → 90.85。 */
function rounded({ n, d }, places) {
  const twice = 2n * n * 10n ** BigInt(places) + d
  let whole = twice / (2n * d)
  if (twice < 0n && whole * 2n * d !== twice) whole -= 1n // BigInt division cuts towards 0; this is the floor
  const digits = String(whole < 0n ? -whole : whole).padStart(places + 1, '0')
  return `${whole < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`
}
const score2 = value => rounded(value, 2)
/** 权重：两位小数，去掉末尾的零：16.67、10。 */
const weightText = value => rounded(value, 2).replace(/\.?0+$/, '')

/** 加权平均：缺的部分（score 为 null）不计，其权重按比例分给其余部分；全缺则无得分。used 为实际使用的权重。 */
function weighted(parts) {
  const present = parts.filter(part => part.score !== null)
  if (present.length === 0) return { score: null, present: [] }
  const weights = sum(present.map(part => part.weight))
  return {
    score: divide(sum(present.map(part => multiply(part.weight, part.score))), weights),
    present: present.map(part => ({ ...part, used: divide(multiply(part.weight, HUNDRED), weights) })),
  }
}

// ── 民主测评 ──────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * 规则 1　一个票种对一项指标的平均分 = Σ(票数 × 分值) ÷ Σ票数，只算有分值的选项；弃权和无效不算，“不了解”没有分值也不算。
 * 打分制另有规则：票数多于 moreThan 时，去掉 drop 个最高和 drop 个最低，再平均。没有票则为 null。
 */
function indicatorMean(scale, rows) {
  const options = new Map((scale.options ?? []).map(option => [option.id, option.points]))
  const pointsOf = key => (scale.kind === 'points' ? key : options.get(key))
  const marks = rows
    .flatMap(row => Object.entries(row.marks))
    .filter(([key]) => pointsOf(key) !== undefined)
    .map(([key, times]) => ({ points: decimal(pointsOf(key)), times }))
  if (scale.trim && total(marks.map(mark => mark.times)) > scale.trim.moreThan) {
    marks.sort((a, b) => (isLess(a.points, b.points) ? -1 : 1))
    dropFirst(marks, scale.trim.drop)
    dropFirst(marks.reverse(), scale.trim.drop)
  }
  const times = total(marks.map(mark => mark.times))
  return times === 0 ? null : divide(sum(marks.map(mark => multiply(mark.points, count(mark.times)))), count(times))
}

function dropFirst(marks, drop) {
  let left = drop
  for (const mark of marks) {
    const taken = Math.min(left, mark.times)
    mark.times -= taken
    left -= taken
  }
}

/** 同一组成部分的各场会议；只有一个测评部分时，会议可以不写属于哪一部分。 */
function meetingsOf(evaluation, component) {
  return (evaluation.meetings ?? []).filter(meeting => (meeting.component ?? component.id) === component.id)
}

/**
 * 规则 2、3　票种内各指标加权，票种之间再加权；多场会议的票数相加。空票种（没有票、并入别的票种或作废）的权重分给其余票种，
 * 方案规定 block 的则暂不能计总分。规则 11　票数 = 第一项指标的选项 + 弃权 + 无效。
 */
function ballotComponent(component, evaluation, person) {
  const all = meetingsOf(evaluation, component).flatMap(meeting => meeting.tallies)
  const groups = component.groups.map(group => {
    const rows = all.filter(row => row.instructor === person.id && row.group === group.id)
    const of = indicator => rows.filter(row => row.indicator === indicator.id)
    const meanOf = each => ({ weight: decimal(each.weight), score: indicatorMean(component.scale, of(each)) })
    const first = of(component.indicators[0])
    const ballots = total(first.flatMap(row => [...Object.values(row.marks), row.abstain, row.invalid]))
    return {
      id: group.id,
      weight: decimal(group.weight),
      score: weighted(component.indicators.map(meanOf)).score,
      ballots,
    }
  })
  const { score, present } = weighted(groups)
  return { score, groups: present, blocks: component.emptyGroup === 'block' && present.length < groups.length }
}

// ── 自评与综合评定 ────────────────────────────────────────────────────────────────────────────────────────────────

/** 规则 4　一份记录的得分 = Σ各项得分 ÷ Σ各项分值 × 100；方案不设指标的直接用 score。没有打分的记录视同没有，为 null。 */
function recordScore(component, record) {
  if (component.indicators === undefined) return record?.score === undefined ? null : decimal(record.score)
  if (record?.scores === undefined || Object.keys(record.scores).length === 0) return null
  const given = sum(component.indicators.map(each => decimal(record.scores[each.id])))
  return multiply(divide(given, sum(component.indicators.map(each => decimal(each.points)))), HUNDRED)
}

/** 规则 4　只算应当评定此人的单位；同一来源有多份（年中换了派驻单位）时按月数平均；缺的来源处理同空票种。 */
function ratingComponent(component, evaluation, person) {
  const due = component.sources.filter(source => person.sources?.includes(source.id) ?? true)
  const sources = due.map(source => {
    const records = ratingsOf(evaluation, person).filter(each => each.source === source.id)
    const scores = records.map(each => ({ weight: count(each.months ?? 1), score: recordScore(component, each) }))
    return { weight: decimal(source.weight), score: weighted(scores).score }
  })
  const { score, present } = weighted(sources)
  return { score, blocks: component.emptySource === 'block' && present.length < sources.length }
}

function ratingsOf(evaluation, person) {
  return (evaluation.ratings ?? []).filter(each => each.instructor === person.id)
}

function componentScore(component, evaluation, person) {
  if (component.kind === 'ballot') return ballotComponent(component, evaluation, person)
  if (component.kind === 'rating') return ratingComponent(component, evaluation, person)
  const record = (evaluation.self ?? []).find(each => each.instructor === person.id)
  return { score: recordScore(component, record), blocks: false }
}

/**
 * 规则 10　第一个测评部分第一项指标上各选项、弃权、无效所占比例，所有票种和会议合在一起。分母由方案规定：
 * returned 收回数：选项 + 弃权 + 无效行 + 废票；expected 应到数（专职人员不含本人），其中没有表态的都算弃权；valid 只算选项。
 * 只算测评过此人的会议（整场没有计票的会议也算）；作废重投的票种不算。打分制、没有票的为 null。
 */
function rates(component, evaluation, person) {
  if (component?.scale.kind !== 'grades') return null
  const meetings = meetingsOf(evaluation, component).filter(
    ({ tallies }) => tallies.length === 0 || tallies.some(row => row.instructor === person.id),
  )
  const groups = meetings.flatMap(meeting => meeting.groups).filter(group => group.voided === undefined)
  const rows = meetings
    .flatMap(meeting => meeting.tallies)
    .filter(row => row.instructor === person.id && row.indicator === component.indicators[0].id)
  const marksFor = option => total(rows.map(row => new Map(Object.entries(row.marks)).get(option.id) ?? 0))
  const marks = component.scale.options.map(marksFor)
  let abstain = total(rows.map(row => row.abstain))
  let unusable = total(rows.map(row => row.invalid)) + total(groups.map(group => group.void))
  if (evaluation.scheme.rateDenominator === 'valid') [abstain, unusable] = [0, 0]
  if (evaluation.scheme.rateDenominator === 'expected') {
    const isPeers = group => component.groups.some(each => each.id === group.id && each.peers)
    const ownSeat = person.kind === 'full-time' && groups.some(group => isPeers(group) && group.expected > 0) ? 1 : 0
    abstain = Math.max(0, total(groups.map(group => group.expected)) - ownSeat - total(marks) - unusable)
  }
  const shares = largestRemainder([...marks, abstain, unusable])
  const ids = [...component.scale.options.map(option => option.id), 'abstain', 'void']
  return shares && Object.fromEntries(ids.map((id, index) => [id, shares[index]]))
}

/** 最大余数法：先舍去到 0.1，再把差的 0.1 依次给余数最大的（余数相同的给靠前的），合计恰为 100.0。 */
function largestRemainder(counts) {
  const all = total(counts)
  if (all === 0) return null
  const remainders = counts.map(value => (value * 1000) % all)
  const tenths = counts.map((value, index) => (value * 1000 - remainders[index]) / all) // whole numbers, no rounding
  const order = [...counts.keys()].sort((a, b) => remainders[b] - remainders[a] || a - b)
  for (const index of order.slice(0, 1000 - total(tenths))) tenths[index] += 1
  return tenths.map(value => `${(value - (value % 10)) / 10}.${value % 10}`)
}

/**
 * 区（产业）方案：方案可以写明某些派驻区、产业另有规定（variants），适用于派驻在那里的人。只有各部分权重、自评和综合评定的指标、
 * 评定单位的权重可以不同；民主测评、等次线、名额和规则全市一致。没有写明的人按主方案。
 */
function componentsFor(scheme, person) {
  const posting = person.posting?.trim()
  const isFor = variant => variant.postings.some(each => each.trim() === posting)
  const changes = new Map((scheme.variants?.find(isFor)?.components ?? []).map(each => [each.id, each]))
  return scheme.components.map(component => {
    const { sources = [], ...changed } = changes.get(component.id) ?? {}
    const weights = new Map(sources.map(source => [source.id, source.weight]))
    const weighed = component.sources?.map(each => ({ ...each, weight: weights.get(each.id) ?? each.weight }))
    return { ...component, ...changed, ...(weighed && { sources: weighed }) }
  })
}

/** 规则 5　总分 = 各部分加权 + Σ加分 − Σ扣分，限于 0 到 100。缺的部分：方案规定 block 的没有总分（null），否则权重分给其余部分。 */
function recountPerson(evaluation, person) {
  const components = componentsFor(evaluation.scheme, person)
  const scored = components.map(each => ({
    component: each,
    weight: decimal(each.weight),
    ...componentScore(each, evaluation, person),
  }))
  const { score, present } = weighted(scored)
  const firstBallot = components.find(each => each.kind === 'ballot')
  const isBlocked = scored.some(({ component, score: own, blocks }) =>
    own === null ? component.missing === 'block' : blocks,
  )
  const ratings = ratingsOf(evaluation, person)
  const bonus = sum(ratings.map(each => decimal(each.bonus ?? '0')))
  const penalty = sum(ratings.map(each => decimal(each.penalty ?? '0')))
  const open = score && subtract(add(score, bonus), penalty)
  const held = open && (isLess(open, ZERO) ? ZERO : isLess(HUNDRED, open) ? HUNDRED : open)
  return {
    instructor: person.id,
    name: person.name,
    components: present.map(({ component, used, score: own, groups }) => ({
      id: component.id,
      weight: weightText(used),
      score: score2(own),
      ...(groups && {
        groups: groups.map(g => ({ id: g.id, weight: weightText(g.used), score: score2(g.score), ballots: g.ballots })),
      }),
    })),
    bonus: score2(bonus),
    penalty: score2(penalty),
    total: isBlocked || !held ? null : score2(held),
    rates: rates(firstBallot, evaluation, person),
  }
}

/** 全部人员，按花名册的顺序。 */
export function recount(evaluation) {
  return evaluation.instructors.map(person => recountPerson(evaluation, person))
}

// ── 与结果文件比较 ────────────────────────────────────────────────────────────────────────────────────────────────

/** 一个人的全部数字，名称 → 数字；两边各列一遍，再逐项比较。 */
function figuresOf(result) {
  const { name: 姓名, bonus: 加分, penalty: 扣分, total: 总分 } = result ?? {}
  const figures = new Map(Object.entries({ 姓名, 加分, 扣分, 总分 }))
  for (const part of list(result?.components)) {
    figures.set(`${part?.id} 权重`, part?.weight).set(`${part?.id} 得分`, part?.score)
    for (const group of list(part?.groups)) {
      const name = `${part.id}·${group?.id}`
      figures.set(`${name} 权重`, group?.weight).set(`${name} 得分`, group?.score).set(`${name} 票数`, group?.ballots)
    }
  }
  for (const [id, share] of Object.entries(result?.rates ?? {})) figures.set(`比例·${id}`, share)
  return figures
}
const list = value => (Array.isArray(value) ? value : [])
const shown = value => (value === undefined ? '没有此项' : value === null ? '无' : String(value))

/** 每处不一致一行；全部一致则没有。 */
export function differences(evaluation, results) {
  const found = list(results?.results)
  const expected = recount(evaluation)
  const lines = expected.flatMap((person, index) => {
    const who = `${person.name}（${person.instructor}）`
    if (found[index]?.instructor !== person.instructor) return [`${who}：结果文件中第 ${index + 1} 人不是此人`]
    const [ours, theirs] = [figuresOf(person), figuresOf(found[index])]
    return [...new Set([...ours.keys(), ...theirs.keys()])]
      .filter(name => ours.get(name) !== theirs.get(name))
      .map(name => `${who} ${name}：结果文件 ${shown(theirs.get(name))}，复算 ${shown(ours.get(name))}`)
  })
  if (found.length > expected.length) lines.push(`结果文件多出 ${found.length - expected.length} 人`)
  return lines
}

function main([evaluationFile, resultsFile]) {
  if (!evaluationFile || !resultsFile) {
    console.error('用法：node recount.mjs evaluation.json results.json')
    return 2
  }
  try {
    const read = path => JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''))
    const [evaluation, results] = [read(evaluationFile), read(resultsFile)]
    const lines = differences(evaluation, results)
    for (const line of lines) console.log(line)
    console.log(lines.length === 0 ? `复算一致：${evaluation.instructors.length} 人` : `不一致：${lines.length} 处`)
    return lines.length === 0 ? 0 : 1
  } catch (error) {
    console.error(`无法复算：${error.message}`)
    return 2
  }
}

/** Run as a command; imported by the app's own check, or bundled into another file, it only lends its functions. */
function isCommand() {
  try {
    const own = fileURLToPath(import.meta.url)
    return realpathSync(process.argv[1]) === own && readFileSync(own, 'utf8').startsWith('// 复算程序')
  } catch {
    return false // started without a file
  }
}
if (isCommand()) process.exitCode = main(process.argv.slice(2))
