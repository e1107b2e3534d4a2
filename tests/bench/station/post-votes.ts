import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { CAST_TYPE } from '#shared/domain/ballot/cast/cast-message.ts'

/**
 * Posts all votes over so many connections, each one after the other, and gives every answer's milliseconds. The
 * connections begin one by one over `overMs`; with 0 all at once.
 */
export async function postVotes(
  url: string,
  votes: readonly Uint8Array[],
  connections: number,
  overMs: number,
): Promise<readonly number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const times: number[] = []
  let next = 0
  const lane = async (begin: number) => {
    if (begin > 0) await pause(begin)
    for (let vote = votes[next++]; vote; vote = votes[next++]) {
      const start = performance.now()
      const answer = await post(agent, url, vote)
      if (!answer.includes('"recorded"')) throw new Error(`refused: ${answer}`)
      times.push(performance.now() - start)
    }
  }
  try {
    await Promise.all(Array.from({ length: connections }, (_, index) => lane((index * overMs) / connections)))
  } finally {
    agent.destroy()
  }
  return times
}

function post(agent: Agent, url: string, vote: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': CAST_TYPE, 'content-length': vote.length }
    const sent = request(url, { method: 'POST', agent, headers }, response => {
      let text = ''
      response.on('data', chunk => {
        text += String(chunk)
      })
      response.on('end', () => resolve(text))
      response.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(vote)
  })
}
