import { isIsoDate } from '../case/fields.ts';
import { addDays } from '../law/dates.ts';

/**
 * One line typed about a contact: `6-18 10:20 微信 请就30万元给出还款安排。答：下月还`. Whatever is not a day, a
 * time or a channel is what was said.
 */

export interface QuickDemand {
  date: string;
  time: string | null;
  channel: 'call' | 'sms' | 'wechat' | 'email' | 'letter' | 'visit' | 'lawyerLetter';
  content: string;
  answer: string;
}

const CHANNELS: readonly [RegExp, QuickDemand['channel']][] = [
  [/^律师函/, 'lawyerLetter'],
  [/^(?:催收通知书|催款函|催收函|寄函|函|信|邮寄|快递)/, 'letter'],
  [/^(?:电子邮件|邮件|邮箱)/, 'email'],
  [/^微信/, 'wechat'],
  [/^短信/, 'sms'],
  [/^(?:电话|通话|去电)/, 'call'],
  [/^(?:当面|面谈|见面)/, 'visit'],
];

const two = (n: string | number) => String(n).padStart(2, '0');

/** The day at the head of a text and what follows; a day without a year is the last one that has come. */
function dayAt(text: string, today: string): [string, string] | null {
  const word = /^(今天|昨天|前天)/.exec(text);
  if (word) {
    const days = { 今天: 0, 昨天: 1, 前天: 2 }[word[0]] ?? 0;
    return [addDays(today, -days), text.slice(word[0].length)];
  }
  const full = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?/.exec(text);
  if (full) {
    const iso = `${full[1]}-${two(full[2] ?? '')}-${two(full[3] ?? '')}`;
    return isIsoDate(iso) ? [iso, text.slice(full[0].length)] : null;
  }
  const short = /^(\d{1,2})[-/.月](\d{1,2})日?(?![\d%:：])/.exec(text);
  if (!short) return null;
  const year = Number(today.slice(0, 4));
  const tail = `-${two(short[1] ?? '')}-${two(short[2] ?? '')}`;
  const iso = [year, year - 1].map((y) => `${y}${tail}`).find((d) => isIsoDate(d) && d <= today);
  return iso ? [iso, text.slice(short[0].length)] : null;
}

/** The time at the head of a text and what follows. */
function timeAt(text: string): [string, string] | null {
  const m = /^(\d{1,2})[:：点](\d{2})?分?/.exec(text);
  if (!m || Number(m[1]) > 23 || Number(m[2] ?? 0) > 59) return null;
  return [`${two(m[1] ?? '')}:${m[2] ?? '00'}`, text.slice(m[0].length)];
}

/**
 * Reads a typed line; null when nothing was said in it.
 * @param today YYYY-MM-DD; the day when none is typed.
 */
export function parseQuickDemand(line: string, today: string): QuickDemand | null {
  let rest = line.normalize('NFC').trim();
  const out: QuickDemand = { date: today, time: null, channel: 'wechat', content: '', answer: '' };
  const skip = () => {
    rest = rest.replace(/^[\s,，、:：]+/, '');
  };
  for (let i = 0, found = true; found && i < 3; i++) {
    found = false;
    skip();
    const day = dayAt(rest, today);
    if (day) {
      [out.date, rest] = day;
      found = true;
      skip();
    }
    const time = timeAt(rest);
    if (time) {
      [out.time, rest] = time;
      found = true;
      skip();
    }
    const channel = CHANNELS.find(([words]) => words.test(rest));
    if (channel) {
      out.channel = channel[1];
      rest = rest.replace(channel[0], '');
      found = true;
    }
  }
  skip();
  const [content = '', ...answers] = rest.split(/(?:对方)?(?:答复?|回复?|回答)[:：]/);
  out.content = content.trim();
  out.answer = answers.join('').trim();
  return out.content || out.answer ? out : null;
}
