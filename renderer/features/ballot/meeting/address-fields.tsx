import { Group, NumberInput, Select, Text } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import { useHost } from '#renderer/host/use-host.ts'
import { MEETING } from '#renderer/strings/meeting.ts'
import type { CallOutput } from '#shared/contract/contract.ts'
import type { MeetingPlan } from '#shared/domain/ballot/plan/meeting-plan.ts'
import { STATION_PORT } from '#shared/domain/ballot/plan/slip-address.ts'

type Interfaces = CallOutput<'meeting.interfaces'>

export type Address = { readonly address: string; readonly port: number }

/** The addresses of this computer, in the host's order: the likeliest for phones first; null while they are looked up. */
export function useAddress({ station }: Pick<MeetingPlan, 'station'>): {
  /** What the slips' QR says; null where they have none. */
  readonly printed: Address | null
  readonly interfaces: Interfaces['interfaces']
  readonly chosen: Address | null
  readonly choose: (part: Partial<Address>) => void
} {
  const { client } = useHost()
  const [interfaces, setInterfaces] = useState<Interfaces['interfaces']>([])
  const [chosen, setChosen] = useState<Address | null>(null)
  const { fixed = false, address: own = '', port: ownPort = STATION_PORT } = station ?? {}
  const printed = useMemo(() => (fixed && own !== '' ? { address: own, port: ownPort } : null), [fixed, own, ownPort])
  useEffect(() => {
    let current = true
    client.request('meeting.interfaces', {}).then(found => {
      if (!current || !found.ok) return
      setInterfaces(found.data.interfaces)
      const [best] = found.data.interfaces
      if (printed) setChosen(printed)
      else if (best) setChosen({ address: best.address, port: found.data.port })
    })
    return () => {
      current = false
    }
  }, [client, printed])
  return {
    printed,
    interfaces,
    chosen,
    choose: part => setChosen(before => (before ? { ...before, ...part } : before)),
  }
}

type AddressFieldsProps = ReturnType<typeof useAddress> & { readonly disabled?: boolean }

/** Which of this computer's addresses phones reach. */
export function AddressFields({ printed, interfaces, chosen, choose, disabled = false }: AddressFieldsProps) {
  const words = MEETING.address
  const options = interfaces.map(each => ({
    value: each.address,
    label: words.option(each.address, words.kinds[each.kind], each.name),
  }))
  const known = printed === null || options.some(each => each.value === printed.address)
  const other = printed !== null && chosen !== null && JSON.stringify(printed) !== JSON.stringify(chosen)
  return (
    <>
      <Group align="flex-start" gap="sm">
        <Select
          label={words.address}
          description={words.hint}
          w={360}
          data={known ? options : [{ value: printed.address, label: words.printed(printed.address) }, ...options]}
          value={chosen?.address ?? null}
          onChange={address => address && choose({ address })}
          allowDeselect={false}
          disabled={disabled}
        />
        <NumberInput
          label={words.port}
          description={words.portHint}
          w={120}
          min={0}
          max={65_535}
          allowDecimal={false}
          value={chosen?.port ?? ''}
          onChange={port => typeof port === 'number' && choose({ port })}
          disabled={disabled}
        />
      </Group>
      {other && (
        <Text size="sm" c="var(--pingyi-lack)">
          {words.notPrinted(`${printed.address}:${printed.port}`)}
        </Text>
      )}
    </>
  )
}
