import { Button } from '@mantine/core'
import { IconUsb } from '@tabler/icons-react'
import { useNavigate } from 'react-router'
import { fileBase64 } from '#renderer/components/file-base64.ts'
import { tellFailure, tellSuccess } from '#renderer/components/tell.tsx'
import { useFileChoice } from '#renderer/components/use-file-choice.tsx'
import { useDatabase } from '#renderer/db/hooks/use-database.ts'
import { changeYear } from '#renderer/db/repositories/change-year.ts'
import { loadEvaluation, saveEvaluation } from '#renderer/db/repositories/evaluation.ts'
import { findYear } from '#renderer/db/repositories/years.ts'
import { useHost } from '#renderer/host/use-host.ts'
import { MEETING } from '#renderer/strings/meeting.ts'
import { ERROR_WORDS } from '#renderer/strings/trouble.ts'
import { extractOfCopy } from '#shared/domain/ballot/set-up/box-copy-format.ts'
import { addPlan } from '#shared/domain/evaluation/change-plan.ts'
import type { Evaluation } from '#shared/domain/evaluation/evaluation.ts'
import { readEvaluation } from '#shared/domain/evaluation/read-evaluation.ts'

const words = MEETING.list

/** A box's copy from a USB stick: this computer goes on where the other stood, whether it has the year or not. */
export function TakeOverButton() {
  const database = useDatabase()
  const { client } = useHost()
  const navigate = useNavigate()
  /** Puts the meeting's plan where its pages look for it, before the box comes; false: the year here is another one. */
  const prepare = async (extract: Evaluation): Promise<boolean> => {
    const at = new Date().toISOString()
    if (!(await findYear(database, extract.year))) {
      await saveEvaluation(database, extract, { sample: false, importedAt: at, replace: false })
      // The first page leads to the year's overview as soon as there is one; let it, before the way to the meeting is taken.
      await navigate(`/${extract.year}/ballot`)
      return true
    }
    const [plan] = extract.plans ?? []
    const here = await loadEvaluation(database, extract.year)
    if (!plan || here?.plans?.some(each => each.id === plan.id)) return true
    const act = { what: MEETING.list.added(plan.title), by: '', at }
    const added = await changeYear(database, extract.year, act, current => {
      const same = JSON.stringify(current.scheme) === JSON.stringify(extract.scheme)
      return same && current.meetings.every(each => each.id !== plan.id) ? addPlan(current, plan) : 'conflict'
    })
    return added.ok
  }
  const takeOver = async (file: File) => {
    const base64 = await fileBase64(file)
    const extract = extractOfCopy(new Uint8Array(await file.arrayBuffer()))
    const read = extract && readEvaluation(new TextDecoder().decode(extract))
    if (base64 === null || !read?.ok) {
      tellFailure(ERROR_WORDS['not-a-copy'])
      return
    }
    if (!(await prepare(read.value))) {
      tellFailure(words.otherYear(read.value.year))
      return
    }
    const taken = await client.request('meeting.takeOver', { file: base64 })
    if (!taken.ok) {
      tellFailure(ERROR_WORDS[taken.error.code])
      return
    }
    const { year, meeting, title, ballots } = taken.data
    tellSuccess(words.tookOver(title, ballots))
    await navigate(`/${year}/ballot/${meeting}`)
  }
  const { choose, input } = useFileChoice(([file]) => takeOver(file), { accept: '.pingyi-box' })
  return (
    <>
      <Button variant="default" leftSection={<IconUsb size={16} />} onClick={choose} flex="none">
        {words.takeOver}
      </Button>
      {input}
    </>
  )
}
