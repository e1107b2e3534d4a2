import { parentPort, workerData } from 'node:worker_threads'
import { parseWorkbook } from './parse-workbook.ts'

const { bytes, name }: { readonly bytes: Uint8Array; readonly name: string } = workerData
parentPort?.postMessage(parseWorkbook(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name))
