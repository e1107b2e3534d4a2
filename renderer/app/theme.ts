import { type CSSVariablesResolver, createTheme, type MantineColorsTuple, rem } from '@mantine/core'
import { SHELL } from '#renderer/strings/shell.ts'

/** The one accent: a calm ink blue. Red, amber and green are kept for what they mean. */
const ink: MantineColorsTuple = [
  '#eef4fa',
  '#dbe7f2',
  '#b3cde5',
  '#88b1d7',
  '#649ac9',
  '#4a87bd',
  '#2f6ea8',
  '#1f5a92',
  '#174a7a',
  '#0d3860',
]

const FONTS = [
  '"PingFang SC"',
  '"Microsoft YaHei UI"',
  '"Microsoft YaHei"',
  '"Noto Sans CJK SC"',
  '"Source Han Sans SC"',
  '"HarmonyOS Sans SC"',
  // Shipped with the app, so that a bare machine shows Chinese all the same.
  '"Noto Sans SC Variable"',
  // The sheets' own font: what can be printed can be shown, down to the rarest character of a name.
  '"Pingyi Rare"',
  'sans-serif',
].join(', ')

export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 6 },
  colors: { ink },
  fontFamily: FONTS,
  fontFamilyMonospace: `ui-monospace, "Cascadia Mono", Consolas, "SF Mono", ${FONTS}`,
  fontSizes: { xs: rem(12), sm: rem(13), md: rem(14), lg: rem(16), xl: rem(18) },
  headings: {
    fontFamily: FONTS,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: rem(20), lineHeight: '1.4' },
      h2: { fontSize: rem(15), lineHeight: '1.5' },
      h3: { fontSize: rem(14), lineHeight: '1.5' },
    },
  },
  defaultRadius: 'sm',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: { defaultProps: { size: 'sm' } },
    Modal: {
      defaultProps: {
        centered: true,
        transitionProps: { duration: 0 },
        closeButtonProps: { 'aria-label': SHELL.close },
      },
      styles: { title: { fontWeight: 600, fontSize: rem(16) } },
    },
    Menu: { defaultProps: { transitionProps: { duration: 0 } } },
    Tooltip: { defaultProps: { withArrow: true } },
    Drawer: {
      defaultProps: { closeButtonProps: { 'aria-label': SHELL.close } },
      styles: { title: { fontWeight: 600, fontSize: rem(16) } },
    },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': SHELL.close } } },
  },
})

/** A button that takes something away for good, in both looks: a red that white letters stand out from. */
const DANGER = {
  '--mantine-color-red-filled': 'var(--mantine-color-red-9)',
  '--mantine-color-red-filled-hover': '#a61e1e',
}

/**
 * Mantine's small print and its pale badges are too faint for a projector: one step darker, or lighter in the dark
 * (WCAG AA, 4.5:1; axe looks at every page in the tests).
 */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...DANGER,
    '--mantine-color-dimmed': 'var(--mantine-color-gray-7)',
    '--mantine-color-error': 'var(--mantine-color-red-9)',
    '--mantine-color-orange-light-color': '#a33a00',
    '--mantine-color-yellow-light-color': '#855000',
    '--mantine-color-red-light-color': '#b02525',
    '--mantine-color-teal-light-color': '#08705a',
    '--mantine-color-gray-light-color': 'var(--mantine-color-gray-8)',
  },
  dark: {
    ...DANGER,
    '--mantine-color-dimmed': 'var(--mantine-color-dark-1)',
    '--mantine-color-error': 'var(--mantine-color-red-4)',
    '--mantine-color-anchor': 'var(--mantine-color-ink-3)',
    // Mantine's own are so pale that a red or an amber word reads as a white one.
    '--mantine-color-red-light-color': 'var(--mantine-color-red-4)',
    '--mantine-color-orange-light-color': 'var(--mantine-color-orange-3)',
    '--mantine-color-yellow-light-color': 'var(--mantine-color-yellow-3)',
    '--mantine-color-teal-light-color': 'var(--mantine-color-teal-3)',
    '--mantine-color-ink-light-color': 'var(--mantine-color-ink-2)',
  },
})
