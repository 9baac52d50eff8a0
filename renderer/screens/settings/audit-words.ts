/** The record of changes in words. */
import type { AuditAction, AuditDetail } from '../../../shared/audit.ts';
import { FIELDS, NOTES, PARTS } from './audit-fields.ts';

const actions: Record<AuditAction, string> = {
  'case.create': '新建案件',
  'case.save': '修改案件',
  'case.import': '导入案件文件',
  'case.export': '导出案件文件',
  'case.archive': '归档案件',
  'case.unarchive': '恢复归档的案件',
  'case.delete': '删除案件',
  'case.restore': '撤销删除',
  'case.purge': '清除案件的全部内容',
  'papers.export': '导出文书',
  'deadlines.export': '导出期限',
  'deadlines.note': '看过期限的变动',
  'papers.print': '打印文书',
  'packs.export': '导出整套材料',
  'packs.print': '打印整套材料',
  'bundle.export': '导出证据册',
  'evidence.add': '加入证据文件',
  'evidence.remove': '移除证据文件',
  'evidence.restore': '放回证据文件',
  'evidence.verify': '核对证据文件',
  'evidence.copy': '另存证据文件',
  'statements.import': '导入流水文件',
  'statements.mark': '标记流水',
  'statements.remove': '移除流水文件',
  'statements.restore': '放回流水文件',
  'settings.set': '修改设置',
  'store.create': '建立案件库',
  'store.migrate': '升级案件库',
  'store.backup': '备份',
  'store.backup-failed': '备份没有做成',
  'store.passphrase': '更换口令',
  'audit.export': '导出操作记录',
};

export const actionWord = (action: string): string =>
  (actions as Record<string, string | undefined>)[action] ?? action;

const sections: Record<string, string> = {
  title: '案件名称',
  note: '备注',
  parties: '当事人',
  agents: '代理人',
  loans: '借款',
  transfers: '流水',
  demands: '催收',
  settlement: '协商',
  evidence: '证据',
  evidenceReleases: '证据提交',
  claim: '请求计算',
  background: '借款背景',
  suit: '诉讼',
  judgment: '裁判文书',
  enforcement: '执行',
  propertyClues: '财产线索',
  conduct: '失信事实',
  prose: '文书改写',
  choices: '文书选项',
};

const isIndex = (key: string) => /^\d+$/.test(key);

/** transfers.0.amount → 流水第1条的金额; suit.hearings.1+ → 诉讼的开庭加第2条. */
export function pathWords(path: string): string {
  const sign = /[+-]$/.exec(path)?.[0];
  const [top = '', ...keys] = path.replace(/[+-]$/, '').split('.');
  const last = keys.length - 1;
  const words = keys.map((key, i) => {
    if (isIndex(key))
      return `${sign && i === last ? (sign === '+' ? '加' : '删') : ''}第${Number(key) + 1}条`;
    return `的${PARTS[key] ?? FIELDS[key] ?? key}`;
  });
  const done = sign && !isIndex(keys[last] ?? '') ? (sign === '+' ? '（加）' : '（删）') : '';
  return `${sections[top] ?? top}${words.join('')}${done}`;
}

/** Sections that share their screen with another one. */
const GUESTS = ['propertyClues', 'conduct', 'background'];

/** Where on its screen a field stands: judgment.items.0.amount → 判项 第1条 金额; '' for the screen itself. */
export function placeWords(path: string): string {
  const [top = '', ...keys] = path.split('.');
  const inside = keys.flatMap((key) =>
    isIndex(key) ? [`第${Number(key) + 1}条`] : (PARTS[key] ?? FIELDS[key] ?? []),
  );
  return [...(GUESTS.includes(top) ? [sections[top]] : []), ...inside].join(' ');
}

/** 12 checked, 0 broken → 核对 12 个，0 个有问题; settings by name; ids and the rest as they are. */
function noteWords(note: string): string {
  const checked = /^(\d+) checked, (\d+) broken$/.exec(note);
  if (checked) return `核对 ${checked[1]} 个，${checked[2]} 个有问题`;
  return note
    .split(', ')
    .map((word) => NOTES[word] ?? word)
    .join('、');
}

/** What a row says, in one line. */
export function detailWords(detail: AuditDetail): string {
  const paths = (detail.paths ?? []).map(pathWords).join('、');
  const more = detail.more ? `，另有 ${detail.more} 处` : '';
  const files = (detail.files ?? [])
    .map((f) => `${f.name}（SHA-256 ${f.sha256.slice(0, 12)}…）`)
    .join('、');
  return [paths + more, files, noteWords(detail.note ?? '')].filter(Boolean).join('；');
}
