/** The words of the evidence screens, and how records are named where evidence is linked to them. */
import type { CaseDocument } from '../../../shared/case/case.ts';
import type { Option } from '../../components/index.ts';
import { moneyShown } from '../../components/normalise.ts';
import { channelWord } from '../demands/words.ts';
import { paperWord } from '../loans/words.ts';

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

/** Every record that evidence can prove, as answers to choose from. */
export function provable(d: CaseDocument): Option[] {
  return [
    ...(d.loans ?? []).map((l) => ({
      value: l.id,
      label: `借款 ${l.paperName || paperWord(l.paper)} ${l.signed ?? ''}`.trim(),
    })),
    ...(d.transfers ?? []).map((t) => ({
      value: t.id,
      label: `${t.direction === 'out' ? '出借' : '还款'} ${t.date} ${moneyShown(t.amount)} 元`,
    })),
    ...(d.demands ?? []).map((x) => ({
      value: x.id,
      label: `催收 ${x.date} ${channelWord(x.channel)}`,
    })),
    ...(d.propertyClues ?? []).map((x) => ({ value: x.id, label: `财产线索 ${x.description}` })),
    ...(d.conduct ?? []).map((x) => ({ value: x.id, label: `行为 ${x.description.slice(0, 20)}` })),
  ];
}
