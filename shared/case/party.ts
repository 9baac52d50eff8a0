/** Who is in the case: natural persons and organisations on either side, and who acts for them. */
import { z } from 'zod';
import { date, id, line } from './fields.ts';

/** 出借人 · 借款人 · 保证人 · 第三人 · 共同借款的配偶 is simply a second borrower. */
export const partyRole = z.enum(['lender', 'borrower', 'guarantor', 'thirdPerson'], {
  error:
    '身份应为 lender（出借人）、borrower（借款人）、guarantor（保证人）或 thirdPerson（第三人）',
});

export const idType = z.enum(['residentId', 'passport', 'hkMacauPermit', 'taiwanPermit', 'other']);

const contact = {
  id,
  role: partyRole,
  phone: line.default(''),
  wechat: line.default(''),
  email: line.default(''),
  /** Where court mail reaches the party; empty = the domicile. */
  serviceAddress: line.default(''),
  postcode: line.default(''),
  /** 是否接受电子送达: never defaulted to yes (form 09c). */
  acceptsElectronicService: z.boolean().nullable().default(null),
  /** The debtor can no longer be found (下落不明): excludes simplified procedure and payment order. */
  whereaboutsUnknown: z.boolean().default(false),
  note: line.default(''),
};

/** A natural person (form 01 A2, 自然人 block). */
export const person = z.strictObject({
  kind: z.literal('person'),
  ...contact,
  name: line.default(''),
  formerName: line.default(''),
  sex: z.enum(['male', 'female']).nullable().default(null),
  birthDate: date.nullable().default(null),
  ethnicity: line.default(''),
  employer: line.default(''),
  position: line.default(''),
  /** 住所地（户籍所在地）. */
  domicile: line.default(''),
  /** 经常居住地; empty = same as the domicile. */
  habitualResidence: line.default(''),
  idType: idType.default('residentId'),
  idNumber: line.default(''),
  /** 个体工商户的字号, when the lender trades under one. */
  tradeName: line.default(''),
  /** This person is the borrower's spouse (Civil Code 1064). */
  spouseOfBorrower: z.boolean().default(false),
});

export const organisationType = z.enum([
  'limitedCompany',
  'jointStockCompany',
  'listedCompany',
  'otherEnterprise',
  'publicInstitution',
  'socialGroup',
  'foundation',
  'socialService',
  'stateOrgan',
  'ruralCollective',
  'cooperative',
  'grassrootsOrganisation',
  'soleProprietorship',
  'partnership',
  'professionalServices',
]);

export const ownership = z.enum([
  'stateControlling',
  'stateParticipating',
  'stateOwned',
  'private',
  'other',
]);

/** A legal person or other organisation (form 01 A2, 法人、非法人组织 block). */
export const organisation = z.strictObject({
  kind: z.literal('organisation'),
  ...contact,
  name: line.default(''),
  /** 住所地（主要办事机构所在地）. */
  domicile: line.default(''),
  registeredAddress: line.default(''),
  representative: line.default(''),
  representativePosition: line.default(''),
  creditCode: line.default(''),
  type: organisationType.nullable().default(null),
  ownership: ownership.nullable().default(null),
  ownershipOther: line.default(''),
});

export const party = z.discriminatedUnion('kind', [person, organisation], {
  error: '当事人类型应为 person（自然人）或 organisation（法人、非法人组织）',
});

/** 委托诉讼代理人: at most two for each side (CPL art. 61). */
export const agent = z.strictObject({
  id,
  /** The party the agent acts for. */
  partyId: id,
  name: line.default(''),
  kind: z.enum(['lawyer', 'legalWorker', 'relative', 'employee', 'other']).default('lawyer'),
  unit: line.default(''),
  position: line.default(''),
  phone: line.default(''),
  idNumber: line.default(''),
  /** 代理权限: 一般授权 or 特别授权. */
  authority: z.enum(['general', 'special']).nullable().default(null),
});

/** 收款账户: where enforcement money is paid; the holder has to be the applicant (form 05a B). */
export const bankAccount = z.strictObject({
  number: line.default(''),
  holder: line.default(''),
  /** 开户行, to branch level. */
  branch: line.default(''),
});

export type Party = z.output<typeof party>;
export type Person = z.output<typeof person>;
export type Organisation = z.output<typeof organisation>;
export type Agent = z.output<typeof agent>;
