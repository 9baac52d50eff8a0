/** What a record is called in a list of hits. */
import type { CaseDocument } from '../case/case.ts';
import { exhibitNumbers } from '../case/exhibits.ts';
import { formatAmount, parseAmount } from '../text/money.ts';

/** An amount of the case file as people read it: 300000.00 → 300,000.00; anything else as it is. */
export function grouped(text: string): string {
  if (!/^\d{4,}\.\d{2}$/.test(text)) return text;
  const read = parseAmount(text);
  return read.ok ? formatAmount(read.fen) : text;
}

const word = (value: unknown) => (typeof value === 'string' ? value : '');

/** A record's own name: 李某; 2024-03-05 借出 300,000.00 元; 证据 3《借条》. '' for a section without records. */
export function recordName(d: CaseDocument, path: string): string {
  const [list, key = ''] = path.split('.');
  const i = Number(key);
  switch (list) {
    case 'parties':
      return word(d.parties?.[i]?.name);
    case 'agents':
      return `代理人 ${word(d.agents?.[i]?.name)}`.trim();
    case 'loans': {
      const loan = d.loans?.[i];
      return [word(loan?.paperName) || `第 ${i + 1} 笔`, word(loan?.signed)].join(' ').trim();
    }
    case 'transfers': {
      const t = d.transfers?.[i];
      const amount = grouped(word(t?.amount));
      const way = t?.direction === 'in' ? '还回' : '借出';
      return [word(t?.date), way, amount && `${amount} 元`].filter(Boolean).join(' ');
    }
    case 'demands':
      return word(d.demands?.[i]?.date);
    case 'evidence': {
      const item = d.evidence?.[i];
      const number = item && exhibitNumbers(d).get(item.id);
      return `证据 ${number ?? i + 1} ${word(item?.name)}`.trim();
    }
    default:
      return '';
  }
}
