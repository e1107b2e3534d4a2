import type { Workload } from '#shared/domain/self/self.ts'

/** The year's work figures, in the order of the forms. */
export const WORKLOAD: readonly { readonly id: keyof Workload; readonly label: string }[] = [
  { id: 'visits', label: '走访企业' },
  { id: 'guided', label: '指导人次' },
  { id: 'trainings', label: '培训场次' },
  { id: 'trained', label: '培训人次' },
  { id: 'contracts', label: '签订合同' },
]
