import { parentPort } from 'node:worker_threads'

// Comes up like the thread of an urn's file, and ends at the first thing it is asked.
parentPort?.once('message', () => process.exit(1))
parentPort?.postMessage({ done: 0, failed: null })
