import { useComputedColorScheme, useMantineTheme } from '@mantine/core'
import type { Tone } from '#renderer/components/tone.ts'

export type Palette = {
  readonly tones: Readonly<Record<Tone, string>>
  readonly text: string
  readonly faint: string
  readonly grid: string
  readonly onTone: Readonly<Record<Tone, string>>
}

/** A chart's colours: the same tones as the badges, in the present look. A canvas cannot read CSS variables. */
export function usePalette(): Palette {
  const { colors } = useMantineTheme()
  const dark = useComputedColorScheme('light') === 'dark'
  const shade = (name: string, light: number, night: number) => colors[name]?.[dark ? night : light] ?? '#888888'
  return {
    tones: {
      best: shade('ink', 7, 5),
      good: shade('ink', 3, 3),
      fair: shade('yellow', 4, 5),
      poor: shade('red', 6, 6),
      plain: shade('gray', 6, 7),
      faint: shade('gray', 3, 5),
    },
    onTone: {
      best: '#ffffff',
      good: '#14283c',
      fair: '#3a2c00',
      poor: '#ffffff',
      plain: '#ffffff',
      faint: '#222222',
    },
    text: shade('gray', 8, 3),
    faint: shade('gray', 6, 5),
    grid: dark ? 'rgba(255, 255, 255, 0.1)' : 'rgba(0, 0, 0, 0.08)',
  }
}
