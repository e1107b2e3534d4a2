/** Bonuses and penalties with what they were given for (加分、扣分事由), by name. */
export const ADJUSTMENTS: Readonly<
  Record<string, { readonly bonus?: string; readonly penalty?: string; readonly reason: string }>
> = {
  刘国栋: { bonus: '2', reason: '指导的物业服务行业集体合同获评2026年全市集体协商优秀案例' },
  欧阳明: { bonus: '1.5', reason: '撰写的新就业形态协商调研报告被市总工会采用' },
  仇玉芳: { bonus: '1', reason: '在全市集体协商模拟竞赛中获得二等奖（个人）' },
  司马静: { bonus: '2', reason: '牵头促成高新区软件园区域性集体合同，覆盖企业四十六家' },
  蔡明慧: { bonus: '1', reason: '成功调解一起三十人以上集体争议，受到区政府通报表扬' },
  曾宪文: { bonus: '0.5', reason: '协商案例入选全市培训教材' },
  谢广义: { penalty: '1', reason: '履约监督台账两次逾期报送' },
  贾春生: { penalty: '2', reason: '指导的一份集体合同未经职代会审议即签字，被退回重新履行程序' },
  袁铁山: { penalty: '3', reason: '无故缺席约定的协商会议两次，经企业书面反映查证属实' },
}
