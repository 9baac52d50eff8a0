/** `jieju sample`, `jieju check CASE [--json]`, `jieju claim CASE --as-of DATE [--json]`. */
import { sampleCase } from '../../shared/case/sample.ts';
import { claimOf } from '../../shared/claim/claim.ts';
import type { Claim } from '../../shared/claim/types.ts';
import { formatAmount, yuan } from '../../shared/text/money.ts';
import { fieldErrors, parseCaseFile, problemLine, readCaseFile } from './case-file.ts';
import { type Command, EXIT, write } from './command.ts';
import { dayOption, readArgs, todayInChina } from './options.ts';

/** The sample case as a case file. */
export const sample: Command = async (args, io) => {
  readArgs(args, [], {});
  await write(io.stdout, `${JSON.stringify(sampleCase(), null, 2)}\n`);
  return EXIT.done;
};

/** Every problem of a case file: errors on stderr, warnings with the result. */
export const check: Command = async (args, io) => {
  const { words, options } = readArgs(args, ['CASE'], { json: 'boolean' });
  const { ok: valid, problems } = await parseCaseFile(words[0] ?? '');
  const errors = problems.filter((p) => p.level === 'error');
  const warnings = problems.filter((p) => p.level === 'warning');
  await write(io.stderr, errors.map((p) => `${problemLine(p)}\n`).join(''));
  if (options.json) await write(io.stdout, `${JSON.stringify({ valid, problems })}\n`);
  else {
    const lines = warnings.map((p) => `提醒 ${problemLine(p)}\n`);
    await write(io.stdout, `${lines.join('')}${valid ? '案件文件有效\n' : ''}`);
  }
  return valid ? EXIT.done : EXIT.badInput;
};

/** Every amount of a claim from fen to yuan text; `days` are the only other whole numbers in it. */
function inYuan(value: unknown, key = ''): unknown {
  if (typeof value === 'number') return key === 'days' ? value : yuan(value);
  if (Array.isArray(value)) return value.map((item) => inYuan(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, inYuan(v, k)]));
}

function claimText(claim: Claim): string {
  const line = (label: string, fen: number) => `${label} ${formatAmount(fen)}元\n`;
  const segments = claim.segments.map(
    (s) =>
      `  ${s.from} 至 ${s.to} ${s.days}天 本金${formatAmount(s.base)}元 年利率${s.rate}% 利息${formatAmount(s.amount)}元 ${s.reason}（${s.article}）\n`,
  );
  const repayments = claim.repayments.map(
    (r) =>
      `  ${r.date} 还款${formatAmount(r.amount)}元：费用${formatAmount(r.fees)} 利息${formatAmount(r.interest)} 本金${formatAmount(r.principal)}，尚欠本金${formatAmount(r.balance)}元\n`,
  );
  return [
    `暂计至 ${claim.asOf}\n`,
    line('本金', claim.principal),
    line('借期内利息', claim.inTerm),
    line('逾期利息', claim.overdue),
    line('违约金等', claim.penalty),
    line('费用', claim.costs),
    line('合计', claim.total),
    ...(segments.length > 0 ? ['计息分段：\n', ...segments] : []),
    ...(repayments.length > 0 ? ['还款冲抵：\n', ...repayments] : []),
    ...claim.warnings.map((w) => `提醒 ${w.text}\n`),
  ].join('');
}

/** What the case is owed at a day, segment by segment. */
export const claim: Command = async (args, io) => {
  const { words, options } = readArgs(args, ['CASE'], { 'as-of': 'string', json: 'boolean' });
  const given = options['as-of'];
  const asOf = given === undefined ? {} : { asOf: dayOption('as-of', given) };
  const caseFile = await readCaseFile(words[0] ?? '');
  const owed = fieldErrors(() => claimOf(caseFile, { today: todayInChina(), ...asOf }));
  await write(io.stdout, options.json ? `${JSON.stringify(inYuan(owed))}\n` : claimText(owed));
  return EXIT.done;
};
