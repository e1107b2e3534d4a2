import './older-browsers.ts'
import './no-eval.ts'
import './style.css'
import { startPage } from './start-page.ts'

const page = document.getElementById('page')
if (page) startPage(page)
