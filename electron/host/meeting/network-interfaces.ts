import type { networkInterfaces } from 'node:os'

export type StationInterface = {
  readonly address: string
  readonly name: string
  readonly family: 'IPv4' | 'IPv6'
  readonly kind: 'wifi' | 'wired' | 'virtual' | 'loopback' | 'unknown'
  readonly private: boolean
}

type Interfaces = ReturnType<typeof networkInterfaces>

const KINDS: readonly [RegExp, StationInterface['kind']][] = [
  [/docker|veth|virbr|vmnet|vbox|virtualbox|hyper-v|vethernet|tun|tap|utun|wsl|zerotier|tailscale/i, 'virtual'],
  [/wi-?fi|wlan|wlp|wlx|无线|airport/i, 'wifi'],
  [/^(eth|en[ops]|em)\d?|ethernet|以太网|本地连接/i, 'wired'],
]

/**
 * The addresses of this computer at which phones may reach it, likeliest first: a room's network has private IPv4 addresses;
 * virtual machines' and the loopback come last. Link-local IPv6 addresses cannot be typed into a phone and are left out.
 */
export function stationInterfaces(interfaces: Interfaces): StationInterface[] {
  const found = Object.entries(interfaces).flatMap(([name, addresses = []]) =>
    addresses
      .filter(({ family, address }) => family === 'IPv4' || !/^fe80:/i.test(address))
      .map(
        ({ address, family, internal }): StationInterface => ({
          address,
          name,
          family,
          kind: internal ? 'loopback' : (KINDS.find(([pattern]) => pattern.test(name))?.[1] ?? 'unknown'),
          private: isPrivate(address),
        }),
      ),
  )
  return found.sort((a, b) => rank(a) - rank(b))
}

function isPrivate(address: string): boolean {
  return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address) || /^f[cd]/i.test(address)
}

function rank({ kind, family, private: isOwn }: StationInterface): number {
  const last = kind === 'loopback' ? 16 : kind === 'virtual' ? 8 : 0
  return last + (family === 'IPv6' ? 4 : 0) + (isOwn ? 0 : 2)
}
