import type { Destroyed } from '#electron/host/archive/verify-archive.ts'
import { type ChainVerified, verifyChain } from '#electron/host/archive/verify-chain.ts'
import { findingLine } from '#shared/domain/archive/finding.ts'
import { InputError, type Io } from './command.ts'

/** Verifies an archive: the findings on `out`, the rest to people; whether all is right. No archive is an InputError. */
export async function verifyFolder(argument: string, io: Io): Promise<boolean> {
  const verified = await verifyChain(io.path(argument), {
    onProgress: ({ done, total, file }) => io.progress(done, total, file),
    signal: io.signal,
  }).catch((error: NodeJS.ErrnoException) => {
    if (io.signal.aborted) throw new InputError(['已停止，未核验完'])
    if (error.code === undefined) throw error
    throw new InputError([`${argument}: cannot be read (${error.code}) · 无法读取`])
  })
  io.endProgress()
  if (!verified.ok) throw new InputError([`${argument}: not an archive · 不是归档文件夹（没有清单和目录）`])
  const { findings } = verified.value
  for (const finding of findings) io.out(`${findingLine(finding)}\n`)
  for (const line of reportLines(verified.value)) io.say(line)
  return findings.length === 0
}

function reportLines(verified: ChainVerified): string[] {
  const { findings, files, documents, people, supplement, chain, destroyed, digest } = verified
  return [
    ...(documents === null ? ['目录数据本身有问题，未核对目录与页数'] : []),
    ...(people === null && !destroyed?.data ? ['考评数据本身有问题，未重新计分'] : []),
    ...(destroyed ? destroyedLines(destroyed) : []),
    ...(supplement === null
      ? []
      : [
          supplement.found
            ? `补充卷，已与原卷核对，原卷一并核验：${chain.join('、')}`
            : `补充卷，旁边没有原卷“${supplement.folder}”，未能与它核对`,
        ]),
    findings.length === 0
      ? `核验通过：${files} 个文件与清单一致，${documents} 件与目录一致，${people === null ? '未重新计分' : `${people} 人两次计分一致`}`
      : `核验未通过：${findings.length} 处`,
    ...(digest === null ? [] : [`清单的 SHA-256（请与归档时抄下的核对）：${digest}`]),
  ]
}

function destroyedLines({ times, numbers, data, left, digest }: Destroyed): string[] {
  return [
    `到期销毁 ${times} 次，共 ${numbers.length} 件，有销毁记录`,
    ...(data ? ['考评数据已随最后一件销毁，不能再重新计分'] : []),
    ...(left.length > 0
      ? [`有 ${left.length} 个文件已记为销毁而仍在：没有删完的，用 pingyi destroy 加 --finish 继续`]
      : []),
    ...(digest === null ? [] : [`最后一次销毁记录的 SHA-256（请与销毁清册上抄下的核对）：${digest}`]),
  ]
}
