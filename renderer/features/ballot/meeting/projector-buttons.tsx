import { Button, Tooltip } from '@mantine/core'
import { IconDeviceTv, IconEyeOff } from '@tabler/icons-react'
import { useNavigate } from 'react-router'
import { tellFailure } from '#renderer/components/tell.tsx'
import { useProjectedMeeting } from '#renderer/db/hooks/use-projected.ts'
import { useYearData } from '#renderer/db/hooks/use-year-data.ts'
import { useHost } from '#renderer/host/use-host.ts'
import { RELEASE } from '#renderer/strings/projector.ts'
import { ERROR_WORDS } from '#renderer/strings/trouble.ts'

/** Puts the meeting on the big screen: a window of its own, or, with one display, this one as the public view. */
export function ProjectorButtons({ meeting }: { readonly meeting: string }) {
  const { row } = useYearData()
  const { client, capabilities } = useHost()
  const navigate = useNavigate()
  const [, project] = useProjectedMeeting(row.year)
  const open = async () => {
    project(meeting)
    if (!capabilities.can.projector) {
      window.open(`#/${row.year}/projector/${meeting}`, 'pingyi-projector')
      return
    }
    const shown = await client.request('app.projector', { year: row.year, shown: true })
    if (!shown.ok) tellFailure(ERROR_WORDS[shown.error.code])
  }
  return (
    <>
      <Button size="compact-sm" variant="default" leftSection={<IconDeviceTv size={15} />} onClick={() => void open()}>
        {RELEASE.open}
      </Button>
      <Tooltip label={RELEASE.publicViewHint} multiline w={260}>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconEyeOff size={15} />}
          onClick={() => void navigate(`/${row.year}/projector/${meeting}?public`)}
        >
          {RELEASE.publicView}
        </Button>
      </Tooltip>
    </>
  )
}
