import { createRequire } from 'node:module'

const { resolve } = createRequire(import.meta.url)

/** The sheets' fonts, as paths. Licence: SIL OFL 1.1, free to embed. */
export const SHEET_FONTS = {
  normal: resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
  bold: resolve('@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'),
} as const
