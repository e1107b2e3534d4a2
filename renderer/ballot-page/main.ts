import '#renderer/small-page/older-browsers.ts'
import '#renderer/small-page/no-eval.ts'
import '#renderer/small-page/base.css'
import './style.css'
import { startPage } from './start-page.ts'

const page = document.getElementById('page')
if (page) startPage(page)
