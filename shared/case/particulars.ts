import type { Case, CaseDocument } from './case.ts';
import type { Organisation, Person } from './party.ts';

/** What a court must be told of each side before it dockets anything (CPL art. 124; cplInterp art. 209). */

const ORGANISATION: readonly [keyof Organisation & string, string][] = [
  ['name', '请填写单位全称，与营业执照一致'],
  ['domicile', '请填写单位住所地'],
  ['creditCode', '请填写统一社会信用代码'],
  ['representative', '请填写法定代表人或者负责人'],
  ['phone', '请填写联系电话，法院用它联系和送达'],
];

const PERSON: readonly [keyof Person & string, string][] = [
  ['name', '请填写姓名，与身份证件一致'],
  ['sex', '请选择性别'],
  ['birthDate', '请填写出生日期'],
  ['domicile', '请填写住所地（户籍所在地）'],
  ['phone', '请填写联系电话，法院用它联系和送达'],
  ['idNumber', '请填写证件号码'],
];

const ETHNICITY: readonly [keyof Person & string, string][] = [['ethnicity', '请填写民族']];

/** The fields of an organisation that files, each with what is said while it is empty (CPL art. 124). */
export const ownOrganisationFields = () => ORGANISATION;

/** The same of a person; 民族 stands on a resident's identity card only. */
export const ownPersonFields = (idType: Person['idType']) =>
  idType === 'residentId' ? [...PERSON, ...ETHNICITY] : PERSON;

type AnyParty = Case['parties'][number] | NonNullable<CaseDocument['parties']>[number];

const has = (party: AnyParty, field: string): boolean => {
  const value = (party as Record<string, unknown>)[field];
  return typeof value === 'string' && value.trim() !== '';
};

/**
 * Whether the court has what it needs of this party: everything of the side that files, of the others what
 * tells them apart from everybody else (明确的被告); third persons need only a name.
 */
export function particularsWhole(party: AnyParty): boolean {
  if (party.role === 'lender') {
    const fields =
      party.kind === 'organisation'
        ? ownOrganisationFields()
        : ownPersonFields(party.idType ?? 'residentId');
    return fields.every(([field]) => has(party, field));
  }
  if (party.role === 'thirdPerson') return has(party, 'name');
  return party.kind === 'organisation'
    ? has(party, 'name') && has(party, 'domicile')
    : has(party, 'name') && (has(party, 'domicile') || has(party, 'idNumber'));
}
