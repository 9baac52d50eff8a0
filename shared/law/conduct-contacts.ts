import type { Case } from '../case/case.ts';
import { printDate } from '../text/chinese-date.ts';
import type { Contact, Finding } from './conduct-types.ts';
import { addDays } from './dates.ts';
import { cite, practice } from './statutes.ts';

/** When and how often a debtor may be asked to pay. */

/** The app's own window, stricter than both guides. */
export const CONTACT_FROM = '08:00';
export const CONTACT_TO = '21:00';
/** Outside these both guides ask for the debtor's consent. */
const NIGHT_FROM = '22:00';
const NIGHT_TO = '08:00';
/** The app's own frequencies. */
export const CALLS_A_DAY = 1;
export const CALLS_A_WEEK = 3;
export const MESSAGES_A_DAY = 1;
export const MESSAGES_A_WEEK = 3;
export const LETTER_DAYS = 7;
/** GB/T 45251: connected calls to one debtor a day; the bank guide: unanswered attempts a day. */
const GBT_CALLS = 3;
const GUIDE_ATTEMPTS = 6;
/** From so many on the app speaks of repeated harassment: nights in a week, contacts in a day. */
const MANY_NIGHTS = 3;
const MANY_A_DAY = 6;

const OWN = practice('own');
const PEACE = `${cite('publicSecurity', 50)}、${cite('civilCode', 1033)}`;

type Kind = 'call' | 'message' | 'letter';
const KIND: Record<Contact['channel'], Kind> = {
  call: 'call',
  visit: 'call',
  sms: 'message',
  wechat: 'message',
  other: 'message',
  email: 'letter',
  letter: 'letter',
  lawyerLetter: 'letter',
};

/** The person a contact went to; without a name, the first borrower. */
export function recipientOf(c: Case, contact: Pick<Contact, 'toPartyId'>): string | null {
  return contact.toPartyId ?? c.parties.find((p) => p.role === 'borrower')?.id ?? null;
}

const atNight = (time: string | null): boolean =>
  time !== null && (time >= NIGHT_FROM || time < NIGHT_TO);

/** The next moment inside the app's window. */
function nextMoment(date: string, time: string): { date: string; time: string } {
  return time < CONTACT_FROM ? { date, time: '09:00' } : { date: addDays(date, 1), time: '09:00' };
}

/** Letters may come at any hour: they are read when the debtor opens them. */
export function hourFindings(e: Contact): Finding[] {
  if (e.time === null || KIND[e.channel] === 'letter') return [];
  if (e.time >= CONTACT_FROM && e.time <= CONTACT_TO) return [];
  const night = atNight(e.time);
  const moment = e.date === null ? undefined : nextMoment(e.date, e.time);
  return [
    {
      rule: 'hours',
      level: 'practice',
      text: night
        ? `${e.time}是休息时间。两份行业指引都要求22:00至次日8:00没有约定不催收；对个人虽不强制，反复深夜打扰会构成骚扰。`
        : `${e.time}偏晚。没有强制规定，稳妥的时间是${CONTACT_FROM}至${CONTACT_TO}。`,
      source: night ? `${practice('gbt45251')}、${practice('bankGuide')}` : OWN,
      proposal: moment
        ? `改在${printDate(moment.date)}${moment.time}以后联系。`
        : `改在${CONTACT_FROM}至${CONTACT_TO}之间联系。`,
      ...(moment ? { moment } : {}),
    },
  ];
}

const often = (text: string, source: string, proposal: string): Finding => ({
  rule: 'frequency',
  level: 'practice',
  text,
  source,
  proposal,
});

/** Others to the same person within `days` days up to the day of `e`. */
function within(e: Contact, same: readonly Contact[], days: number): Contact[] {
  const to = e.date ?? '';
  const from = addDays(to, 1 - days);
  return same.filter((x) => x.date !== null && x.date >= from && x.date <= to);
}

/**
 * Too many contacts with one person. A call that nobody answered is an attempt, not a call.
 * @param history all other contacts of the case, sent or planned.
 */
export function frequencyFindings(c: Case, e: Contact, history: readonly Contact[]): Finding[] {
  if (e.date === null) return [];
  const who = recipientOf(c, e);
  const same = history.filter((x) => recipientOf(c, x) === who && (!e.id || x.id !== e.id));
  const kind = KIND[e.channel];
  const out: Finding[] = [];
  const connected = (x: Contact) => KIND[x.channel] === 'call' && x.arrived !== 'no';
  const count = (list: Contact[], test: (x: Contact) => boolean) =>
    list.filter(test).length + (test(e) ? 1 : 0);
  if (kind === 'call' && connected(e)) {
    const day = count(within(e, same, 1), connected);
    const week = count(within(e, same, 7), connected);
    if (day > GBT_CALLS) {
      out.push(
        often(
          `同一天第${day}次接通，超过指引的每天${GBT_CALLS}次。`,
          `${practice('gbt45251')}；${OWN}`,
          '今天不再打，改发一条文字，请对方书面回复。',
        ),
      );
    } else if (day > CALLS_A_DAY) {
      out.push(
        often(`同一天第${day}次接通，建议一天最多${CALLS_A_DAY}次。`, OWN, '明天以后再联系。'),
      );
    } else if (week > CALLS_A_WEEK) {
      out.push(
        often(
          `七天内第${week}次接通，建议一周最多${CALLS_A_WEEK}次。`,
          OWN,
          '隔几天再联系，或者改寄催收通知书。',
        ),
      );
    }
  }
  if (e.channel === 'call' && e.arrived === 'no') {
    const tries = count(within(e, same, 1), (x) => x.channel === 'call' && x.arrived === 'no');
    if (tries > GUIDE_ATTEMPTS) {
      out.push(
        often(
          `同一天第${tries}次未接通，超过指引的每天${GUIDE_ATTEMPTS}次。`,
          practice('bankGuide'),
          '不再连续拨打，改发文字或者寄函。',
        ),
      );
    }
  }
  if (kind === 'message') {
    const message = (x: Contact) => KIND[x.channel] === 'message';
    const day = count(within(e, same, 1), message);
    const week = count(within(e, same, 7), message);
    if (day > MESSAGES_A_DAY) {
      out.push(
        often(
          `同一天第${day}次发信息，建议一天最多${MESSAGES_A_DAY}次。`,
          OWN,
          '等对方回复，明天以后再发；一次聊天里连着的几句记成一条。',
        ),
      );
    } else if (week > MESSAGES_A_WEEK) {
      out.push(
        often(
          `七天内第${week}次发信息，建议一周最多${MESSAGES_A_WEEK}次。`,
          OWN,
          '隔几天再发，或者改寄催收通知书。',
        ),
      );
    }
  }
  const last = within(e, same, LETTER_DAYS)
    .filter((x) => KIND[x.channel] === 'letter')
    .map((x) => x.date ?? '')
    .sort()
    .at(-1);
  if (kind === 'letter' && last) {
    out.push(
      often(
        `${printDate(last)}刚发过书面催款，建议${LETTER_DAYS}天内不重复。`,
        OWN,
        `${printDate(addDays(last, LETTER_DAYS))}以后再发，先给对方回复的时间。`,
      ),
    );
  }
  const nights = count(within(e, same, 7), (x) => KIND[x.channel] !== 'letter' && atNight(x.time));
  const all = within(e, same, 1).length + 1;
  if ((atNight(e.time) && nights >= MANY_NIGHTS) || all >= MANY_A_DAY) {
    out.push({
      rule: 'harassment',
      level: 'law',
      text: `${all >= MANY_A_DAY ? `一天${all}次联系` : `七天内${nights}次深夜联系`}，可能被认定为多次滋扰、干扰他人正常生活，公安机关可以拘留、罚款，也可以禁止接触。`,
      source: PEACE,
      proposal: '停止连续联系；对方不回应的，直接起诉。',
    });
  }
  return out;
}

const STOP =
  /(?:不要|别|请勿|停止|勿)(?:再|来|给我)*(?:联系|打电话|打扰|骚扰|发信息|发消息|找我)|再骚扰|找我律师|走法律程序|去(?:法院)?(?:起诉|告)/;

/** The debtor asked to be left alone, and contact goes on. */
export function stopFindings(c: Case, e: Contact, history: readonly Contact[]): Finding[] {
  const who = recipientOf(c, e);
  const asked = history
    .filter((x) => recipientOf(c, x) === who && x.date !== null && e.date !== null)
    .filter((x) => (x.date ?? '') < (e.date ?? '') && STOP.test(x.answer ?? ''))
    .map((x) => x.date ?? '')
    .sort()
    .at(-1);
  if (!asked || KIND[e.channel] === 'letter') return [];
  return [
    {
      rule: 'stopRequest',
      level: 'practice',
      text: `对方${printDate(asked)}已经要求不要再联系。继续打电话、发信息，容易被认为侵扰生活安宁。`,
      source: `${OWN}；参照${cite('civilCode', 1033)}`,
      proposal: '不再打电话、发信息；寄一份催收通知书保住时效，或者直接起诉。',
    },
  ];
}
