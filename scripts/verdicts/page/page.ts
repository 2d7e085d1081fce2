import { judged } from '../judged'

await fetch('/verdicts', { method: 'POST', body: JSON.stringify(judged()) })
