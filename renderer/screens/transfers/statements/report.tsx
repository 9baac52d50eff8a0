/** Whether a statement adds up: its own totals, its balance, the rows that could not be read. */
import type { StatementInfo } from '../../../../shared/statements/calls.ts';
import { fenText, Notice } from '../../../components/index.ts';

export function ReportNotices({ info }: { info: StatementInfo }) {
  const { report } = info;
  const printed = [report.printed.in, report.printed.out, report.printed.none].some(Boolean);
  const { parsed } = report;
  return (
    <>
      {report.differences.length > 0 ? (
        <Notice tone="attention" title="账单上印的合计与逐行相加对不上">
          <ul className="plain-list">
            {report.differences.map((d) => (
              <li key={d}>{d}</li>
            ))}
          </ul>
          可能是导出时删过记录或没有下载完。记入流水的只是您标记的那些行，请对照原账单核对。
        </Notice>
      ) : null}
      {report.problems.length > 0 ? (
        <Notice tone="attention" title={`有 ${report.problems.length} 行没有读出来`}>
          <ul className="plain-list">
            {report.problems.slice(0, 5).map((p) => (
              <li key={p.row}>
                第 {p.row} 行：{p.message}
              </li>
            ))}
          </ul>
          {report.problems.length > 5 ? '其余的行同样留在原文件里，没有改动。' : null}
        </Notice>
      ) : null}
      {report.notes.map((n) => (
        <Notice key={n} tone="attention">
          {n}
        </Notice>
      ))}
      {report.balance === 'breaks' ? (
        <Notice>
          余额栏在第 {report.balanceBreaks.slice(0, 5).join('、')} 行
          {report.balanceBreaks.length > 5 ? '等处' : ''}
          与上下行接不上：可能缺行，或账单里不止一个账户。
        </Notice>
      ) : null}
      <p className="grey num">
        {report.rows} 笔，{report.first} 至 {report.last}；收入 {fenText(parsed.in.fen)} 元，支出{' '}
        {fenText(parsed.out.fen)} 元
        {parsed.none.count > 0 ? `，不计收支 ${fenText(parsed.none.fen)} 元` : ''}
        {report.differences.length === 0 && printed ? '；与账单上印的合计一分不差' : ''}
        {report.balance === 'agrees' ? '；余额逐行接得上' : ''}。
      </p>
    </>
  );
}
