import type { Workload } from './self.ts'

export type WorkloadField = keyof Workload

/** The work figures in the order of the forms: what each is called and counted in. */
export const WORKLOAD_WORDS: Readonly<Record<WorkloadField, { readonly label: string; readonly unit: string }>> = {
  visits: { label: '走访企业', unit: '家' },
  guided: { label: '指导人次', unit: '人次' },
  trainings: { label: '培训场次', unit: '场' },
  trained: { label: '培训人次', unit: '人次' },
  contracts: { label: '签订合同', unit: '份' },
}

export const WORKLOAD_FIELDS = [
  'visits',
  'guided',
  'trainings',
  'trained',
  'contracts',
] as const satisfies readonly WorkloadField[]
