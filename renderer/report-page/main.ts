import '#renderer/ballot-page/older-browsers.ts'
import './older-texts.ts'
import '#renderer/ballot-page/no-eval.ts'
import './style.css'
import { startPage } from './start-page.ts'

const page = document.getElementById('page')
if (page) void startPage(page)
