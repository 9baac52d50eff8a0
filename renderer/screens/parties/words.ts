/** The words of the party forms. */
import type { Option } from '../../components/index.ts';

export const partyRoles: readonly Option[] = [
  { value: 'lender', label: '出借人' },
  { value: 'borrower', label: '借款人' },
  { value: 'guarantor', label: '保证人' },
  { value: 'thirdPerson', label: '第三人' },
];
export const roleWord = (role: string): string =>
  partyRoles.find((r) => r.value === role)?.label ?? '当事人';

export const idTypes: readonly Option[] = [
  { value: 'residentId', label: '居民身份证' },
  { value: 'passport', label: '护照' },
  { value: 'hkMacauPermit', label: '港澳居民来往内地通行证' },
  { value: 'taiwanPermit', label: '台湾居民来往大陆通行证' },
  { value: 'other', label: '其他证件' },
];

export const sexes: readonly Option[] = [
  { value: 'male', label: '男' },
  { value: 'female', label: '女' },
];

export const organisationTypes: readonly Option[] = [
  { value: 'limitedCompany', label: '有限责任公司' },
  { value: 'jointStockCompany', label: '股份有限公司' },
  { value: 'listedCompany', label: '上市公司' },
  { value: 'otherEnterprise', label: '其他企业法人' },
  { value: 'publicInstitution', label: '事业单位' },
  { value: 'socialGroup', label: '社会团体' },
  { value: 'foundation', label: '基金会' },
  { value: 'socialService', label: '社会服务机构' },
  { value: 'stateOrgan', label: '机关法人' },
  { value: 'ruralCollective', label: '农村集体经济组织法人' },
  { value: 'cooperative', label: '城镇农村的合作经济组织法人' },
  { value: 'grassrootsOrganisation', label: '基层群众性自治组织法人' },
  { value: 'soleProprietorship', label: '个人独资企业' },
  { value: 'partnership', label: '合伙企业' },
  { value: 'professionalServices', label: '不具有法人资格的专业服务机构' },
];

export const ownerships: readonly Option[] = [
  { value: 'stateControlling', label: '国有控股' },
  { value: 'stateParticipating', label: '国有参股' },
  { value: 'stateOwned', label: '国有' },
  { value: 'private', label: '民营' },
  { value: 'other', label: '其他' },
];

export const agentKinds: readonly Option[] = [
  { value: 'lawyer', label: '律师' },
  { value: 'legalWorker', label: '基层法律服务工作者' },
  { value: 'relative', label: '近亲属' },
  { value: 'employee', label: '工作人员' },
  { value: 'other', label: '被推荐的公民' },
];
