import type { FormSheet } from '#electron/host/workbook/form-sheet.ts'
import { type RegistrationFormData, registrationForm } from '#electron/host/workbook/registration-form.ts'

const EMPTY: RegistrationFormData = {
  title: '集体协商指导员登记表',
  unit: '',
  filledBy: '',
  phone: '',
  reportDate: '',
  people: [],
  emptyRows: 20,
  more: true,
}

const EXAMPLE: RegistrationFormData = {
  title: '集体协商指导员登记表（示例）',
  unit: '示例区总工会',
  filledBy: '赵示例',
  phone: '0411-80000000',
  reportDate: '2026-03-05',
  emptyRows: 0,
  more: true,
  people: [
    {
      name: '王明',
      sex: '男',
      birthYear: 1964,
      education: '大专',
      training: '2025年市总工会集体协商指导员培训班',
      unit: '示例机械厂工会（退休）',
      kind: 'full-time',
      level: 'city',
      posting: '东城区',
      engagedFrom: '2024-01-01',
      engagedTo: '2026-12-31',
      phone: '13800000001',
    },
    {
      name: '阿依古丽·买买提',
      sex: '女',
      birthYear: 1971,
      education: '本科',
      training: '2024年、2025年市总工会培训班',
      unit: '示例纺织有限公司工会',
      kind: 'full-time',
      level: 'district',
      posting: '轻工产业',
      engagedFrom: '2025-07-01',
      engagedTo: '2028-06-30',
      phone: '13800000002、0411-80000002',
    },
    {
      name: '李芳',
      sex: '女',
      birthYear: 1980,
      education: '研究生',
      training: '无',
      unit: '示例街道总工会',
      kind: 'part-time',
      level: 'subdistrict',
      posting: '东城区',
      engagedFrom: '2023-10-16',
      engagedTo: '2026-10-15',
      phone: '13800000003',
    },
  ],
}

/** The forms that ship, by file name: one to fill in and one filled, marked 示例. All people in it are invented. */
export const TEMPLATES: readonly { readonly file: string; readonly form: FormSheet }[] = [
  { file: '登记表.xlsx', form: registrationForm(EMPTY) },
  { file: '登记表（示例）.xlsx', form: registrationForm(EXAMPLE) },
]
