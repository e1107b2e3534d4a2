import { Group, NumberInput, Select } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useHost } from '#renderer/host/use-host.ts'
import { MEETING } from '#renderer/strings/meeting.ts'
import type { CallOutput } from '#shared/contract/contract.ts'

type Interfaces = CallOutput<'meeting.interfaces'>

export type Address = { readonly address: string; readonly port: number }

/** The addresses of this computer, in the host's order: the likeliest for phones first; null while they are looked up. */
export function useAddress(): {
  readonly interfaces: Interfaces['interfaces']
  readonly chosen: Address | null
  readonly choose: (part: Partial<Address>) => void
} {
  const { client } = useHost()
  const [interfaces, setInterfaces] = useState<Interfaces['interfaces']>([])
  const [chosen, setChosen] = useState<Address | null>(null)
  useEffect(() => {
    let current = true
    client.request('meeting.interfaces', {}).then(found => {
      if (!current || !found.ok) return
      setInterfaces(found.data.interfaces)
      const [best] = found.data.interfaces
      if (best) setChosen({ address: best.address, port: found.data.port })
    })
    return () => {
      current = false
    }
  }, [client])
  return {
    interfaces,
    chosen,
    choose: part => setChosen(before => (before ? { ...before, ...part } : before)),
  }
}

type AddressFieldsProps = ReturnType<typeof useAddress> & { readonly disabled?: boolean }

/** Which of this computer's addresses phones reach. */
export function AddressFields({ interfaces, chosen, choose, disabled = false }: AddressFieldsProps) {
  const words = MEETING.address
  return (
    <Group align="flex-start" gap="sm">
      <Select
        label={words.address}
        description={words.hint}
        w={360}
        data={interfaces.map(each => ({
          value: each.address,
          label: words.option(each.address, words.kinds[each.kind], each.name),
        }))}
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
  )
}
