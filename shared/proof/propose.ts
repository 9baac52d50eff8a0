/** 来源, 原件/复印件 and 原始载体 as they usually are for a piece of evidence: offered, never put in over the user. */
import type { Case } from '../case/case.ts';
import type { EvidenceItem } from '../case/conduct.ts';
import { formOf } from '../case/evidence-form.ts';
import { evidenceGroup } from '../case/evidence-name.ts';

/** What is known of a file of the evidence. */
export interface FileFacts {
  mime: string;
  /** Camera or program that made it; '' when the file does not say. */
  device: string;
  /** As it was taken in; left out: not known. */
  name?: string;
}

type Group = EvidenceItem['group'];
type Form = NonNullable<EvidenceItem['form']>;

const isMedia = (f: FileFacts) => /^(audio|video)\//.test(f.mime);
const isText = (f: FileFacts) =>
  f.mime.startsWith('text/') || f.mime.startsWith('application/vnd.openxmlformats-officedocument.');
const isPicture = (f: FileFacts) => f.mime.startsWith('image/');

/** A picture with a camera in it is a photo of paper; one without is a picture of a screen. */
const isScreenshot = (f: FileFacts) => isPicture(f) && f.device === '';

/** What phones call a picture of their screen. */
const isNamedScreenshot = (f: FileFacts) =>
  isScreenshot(f) && /screen.?shot|截屏|截图/i.test(f.name ?? '');

/**
 * Whether files taken in together may be the screens of one chat: several, all of them pictures of a screen, and
 * no name that says otherwise. The user is asked; a picture sent on by a phone has lost its camera too.
 */
export function wouldBeOneChat(files: readonly (FileFacts & { name: string })[]): boolean {
  const silent = (name: string) => ['other', 'demand'].includes(evidenceGroup(name));
  return files.length > 1 && files.every((f) => isScreenshot(f) && silent(f.name));
}

/** The form by the group and the kind of files; null when they say nothing. */
export function proposedForm(group: Group, files: readonly FileFacts[]): Form | null {
  if (files.length === 0) return null;
  if (files.some(isMedia) || files.every(isText)) return 'electronic';
  if (group === 'demand' && files.every(isScreenshot)) return 'electronic';
  if (files.every(isNamedScreenshot)) return 'electronic';
  if (group === 'identity' || group === 'agreement' || group === 'security') return 'copy';
  if ((group === 'delivery' || group === 'performance') && !files.some(isPicture)) return 'print';
  return null;
}

/** Where evidence of this kind comes from (evidence rules art. 19); '' when that can't be told. */
export function proposedSource(c: Case, item: EvidenceItem): string {
  const named = c.parties.filter((p) => item.proves.includes(p.id));
  const moved = c.transfers.filter((t) => item.proves.includes(t.id));
  const loan = c.loans.find((l) => item.proves.includes(l.id)) ?? c.loans[0];
  switch (item.group) {
    case 'identity':
      return named.length > 0 && named.every((p) => p.role === 'lender') ? '原告持有' : '';
    case 'agreement':
      return loan?.paper === 'contract' ? '原告与被告签订' : '被告出具';
    case 'delivery':
    case 'performance': {
      const methods = [...new Set(moved.map((t) => t.method))];
      const [only] = methods;
      if (methods.length !== 1 || only === undefined) return '';
      const by = { bank: '银行出具', wechat: '微信支付出具', alipay: '支付宝出具' };
      if (only === 'cash') return item.group === 'delivery' ? '被告出具' : '原告持有';
      return only === 'other' ? '' : by[only];
    }
    case 'demand':
      return formOf(item) === 'electronic' || item.chat ? '原告手机导出' : '原告持有';
    case 'enforcement':
      return c.judgment?.issuer ? `${c.judgment.issuer}作出` : '';
    default:
      return '';
  }
}

/** 原始载体: the phone that took the pictures, when every one of them says the same. */
export function proposedCarrier(item: EvidenceItem, files: readonly FileFacts[]): string {
  if (formOf(item) !== 'electronic') return '';
  const cameras = new Set(
    files.filter((f) => f.mime !== 'application/pdf' && f.device !== '').map((f) => f.device),
  );
  const [only] = cameras;
  return cameras.size === 1 && only !== undefined ? `原告手机（${only}）` : '原告手机';
}
