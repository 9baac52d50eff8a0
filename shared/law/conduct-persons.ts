import type { Case } from '../case/case.ts';
import { dueForLimitation } from './case-limits.ts';
import type { Contact, Finding } from './conduct-types.ts';
import { cite, practice } from './statutes.ts';

/** Before whom a debtor may be asked to pay: only before the debtor. */

const OWN = practice('own');

const ASKS = /欠|借款|还钱|还款|归还|催收|债/;

/** Who else could read or hear it. */
function audienceFinding(e: Contact): Finding[] {
  const privacy = `${cite('civilCode', 1032)}、${cite('civilCode', 1033)}`;
  const only = '只对借款人本人说：发到本人的号码、微信，或者寄到本人的地址。';
  const told = ASKS.test(e.content) || e.content.trim() === '';
  const make = (
    rule: Finding['rule'],
    text: string,
    source: string,
    level: Finding['level'] = 'law',
  ): Finding[] => [{ rule, level, text, source, proposal: only }];
  if (e.audience === 'group') {
    return make(
      'group',
      '在群里催款，等于把欠款告诉群里的人，侵害隐私；多次的可能受到治安处罚。',
      `${privacy}、${cite('publicSecurity', 50)}、${cite('pipl', 25)}`,
    );
  }
  if (e.audience === 'public') {
    return make(
      'public',
      '张贴、发朋友圈、网上公布欠款，侵害隐私和名誉，可以拘留、罚款。',
      `${cite('publicSecurity', 50)}、${cite('civilCode', 1024)}、${cite('civilCode', 1032)}、${cite('pipl', 25)}`,
    );
  }
  if (e.audience === 'workplace') {
    return told
      ? make(
          'workplace',
          '在单位让同事、领导知道欠款，是泄露隐私，也打扰对方的工作和生活。',
          privacy,
        )
      : make(
          'workplace',
          '联系对方的单位容易泄露欠款。只问联系方式、不提欠款，仍应尽量避免。',
          `${practice('bankGuide')}；${OWN}`,
          'practice',
        );
  }
  if (e.audience === 'relative' || e.audience === 'other') {
    return told
      ? make(
          'relatives',
          '向家人、朋友说起欠款、要求他们代还，是泄露隐私；他们没有签字就没有还款义务。',
          privacy,
        )
      : make(
          'relatives',
          '对方失联时可以请人转告回电，但不要提欠款。',
          `${practice('bankGuide')}；${OWN}`,
          'practice',
        );
  }
  return [];
}

const ID_NUMBER = /\d{17}[\dXx]|\d{15}(?!\d)/;
const ACCOUNT = /(?<!\d)\d{16,19}(?!\d)/;

/** Third persons, others listening, personal data shown to them, and guarantors not yet liable. */
export function personFindings(c: Case, e: Contact): Finding[] {
  const party = c.parties.find((p) => p.id === e.toPartyId);
  const out = audienceFinding(e);
  if (party && (party.role === 'thirdPerson' || party.role === 'lender')) {
    out.push({
      rule: 'thirdParty',
      level: 'law',
      text: `${party.name || '对方'}不是借款人或者保证人，没有还款义务，向其催款会泄露借款人的隐私。`,
      source: `${cite('civilCode', 1032)}、${cite('civilCode', 1033)}`,
      proposal: '只找借款人本人和签过字的保证人、共同借款人。',
    });
  }
  if (e.audience !== 'self' && (ID_NUMBER.test(e.content) || ACCOUNT.test(e.content))) {
    out.push({
      rule: 'disclosure',
      level: 'law',
      text: '当着别人写出身份证号、账号，是公开敏感个人信息。',
      source: `${cite('pipl', 25)}、${cite('pipl', 28)}、${cite('civilCode', 1034)}`,
      proposal: '删去号码，只发给本人。',
    });
  }
  if (party?.role === 'guarantor' && e.date !== null && !guarantorMayBeAsked(c, party.id, e.date)) {
    out.push({
      rule: 'guarantorEarly',
      level: 'practice',
      text: '借款还没有到期，保证人还没有责任，这时催保证人没有依据。',
      source: `${OWN}；参照${cite('civilCode', 688)}`,
      proposal: '到期以后借款人没有还，再通知保证人；一般保证要先起诉借款人。',
    });
  }
  return out;
}

/** One of the loans the guarantor stands for is overdue. */
function guarantorMayBeAsked(c: Case, partyId: string, on: string): boolean {
  const loans = c.loans.filter((l) => l.guarantees.some((g) => g.partyId === partyId));
  return (
    loans.length === 0 ||
    loans.some((l) => {
      const due = dueForLimitation(l);
      return due === null || due < on;
    })
  );
}
