import { defineConfig } from 'vite'
import { smallPage } from '../small-page/small-page.ts'

export default defineConfig(smallPage('report-page'))
