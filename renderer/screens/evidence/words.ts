/** The words of the evidence screens, and how records are named where evidence is linked to them. */
import type { CaseDocument } from '../../../shared/case/case.ts';
import { type Provable, provableRecords } from '../../../shared/case/provable.ts';
import { costName } from '../../../shared/claim/costs.ts';
import type { Option } from '../../components/index.ts';
import { moneyShown } from '../../components/normalise.ts';
import { getAt } from '../../state/path.ts';
import { channelWord } from '../demands/words.ts';
import { paperWord } from '../loans/words.ts';
import { roleWord } from '../parties/words.ts';

export const groups: readonly Option[] = [
  { value: 'identity', label: '身份' },
  { value: 'agreement', label: '借款约定' },
  { value: 'delivery', label: '交付款项' },
  { value: 'performance', label: '还款情况' },
  { value: 'demand', label: '催收' },
  { value: 'security', label: '担保' },
  { value: 'costs', label: '费用' },
  { value: 'enforcement', label: '执行' },
  { value: 'other', label: '其他' },
];
export const groupWord = (g: string): string => groups.find((x) => x.value === g)?.label ?? '';

export const forms: readonly Option[] = [
  { value: 'original', label: '原件' },
  { value: 'copy', label: '复印件' },
  { value: 'print', label: '打印件' },
  { value: 'electronic', label: '电子数据' },
];

/** 《借条》 2023-03-01 … what a record is called where evidence is linked to it. */
function recordLabel(d: CaseDocument, r: Provable): string {
  const at = (path: string) => getAt(d, path) as Record<string, unknown> | undefined;
  const record = at(r.path);
  const text = (key: string) => (typeof record?.[key] === 'string' ? (record[key] as string) : '');
  const name = (id: string) => (d.parties ?? []).find((p) => p.id === id)?.name || '未填姓名';
  switch (r.kind) {
    case 'party':
      return `身份 ${roleWord(text('role'))}${text('name') || '未填姓名'}`;
    case 'loan':
      return `借款 ${text('paperName') || paperWord(text('paper'))} ${text('signed')}`;
    case 'guarantee':
      return `保证 ${name(text('partyId'))} ${text('signed')}`;
    case 'security':
      return `${text('kind') === 'pledge' ? '质押' : '抵押'} ${text('thing')}`;
    case 'transfer':
      return `${text('direction') === 'out' ? '出借' : '还款'} ${text('date')} ${moneyShown(text('amount'))} 元`;
    case 'demand':
      return `催收 ${text('date')} ${channelWord(text('channel'))}`;
    case 'settlement':
      return `还款协议 ${text('signedOn')}`;
    case 'calledDue':
      return `全部到期的通知 ${text('acceleratedOn')}`;
    case 'cost':
      return `费用 ${costName(text('kind') as Parameters<typeof costName>[0])} ${moneyShown(text('amount'))} 元`;
    case 'judgment':
      return `生效文书 ${text('documentNumber')}`;
    case 'clue':
      return `财产线索 ${text('description')}`;
    case 'conduct':
      return `行为 ${text('description').slice(0, 20)}`;
  }
}

/** Every record that evidence can prove, as answers to choose from. */
export const provable = (d: CaseDocument): Option[] =>
  provableRecords(d).map((r) => ({ value: r.id, label: recordLabel(d, r).trim() }));

/** 拍摄：HUAWEI MNA-AL00，2024-03-05 21:05; '' when the file says nothing of its making. */
export function originText(f: { mime: string; device: string; capturedAt: string | null }): string {
  const said = [f.device, f.capturedAt ?? ''].filter((x) => x !== '').join('，');
  if (said === '') return '';
  const isMedia = /^(audio|video)\//.test(f.mime);
  return `${f.mime.startsWith('image/') ? '拍摄' : isMedia ? '录制' : '文件生成'}：${said}`;
}
