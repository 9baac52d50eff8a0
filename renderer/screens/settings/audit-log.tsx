/** 操作记录: who did what and when; checked link by link, handed out as a file. */
import { Button } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import type { AuditCheck, AuditEntry } from '../../../shared/audit.ts';
import { call } from '../../bridge.ts';
import { Notice, Section } from '../../components/index.ts';
import { say, sayError } from '../../state/feedback.ts';
import { dateTimeWords } from '../case-list/when.ts';
import { actionWord, detailWords } from './audit-words.ts';

const PAGE = 50;

export function AuditLog() {
  const [entries, setEntries] = useState<AuditEntry[]>([]);
  const [more, setMore] = useState(false);
  const [check, setCheck] = useState<AuditCheck | null>(null);
  const load = useCallback(async (before: number | null) => {
    try {
      const got = await call('audit.list', { before, caseId: null, limit: PAGE });
      setEntries((had) => (before === null ? got.entries : [...had, ...got.entries]));
      setMore(got.entries.length === PAGE);
    } catch (error) {
      sayError(error);
    }
  }, []);
  useEffect(() => void load(null), [load]);
  const verify = () => call('audit.verify', {}).then(setCheck).catch(sayError);
  const hand = async () => {
    try {
      const done = await call('audit.export', {});
      if (!done) return;
      say(`已导出 ${done.rows} 条记录到 ${done.path}`);
      await load(null);
    } catch (error) {
      sayError(error);
    }
  };
  return (
    <Section
      title="操作记录"
      lead="每次修改和导出都记下时间和位置，只增不改；不记具体内容。对方质疑材料是后补的，可以拿出来核对。"
      actions={
        <span className="button-line audit-buttons">
          <Button onClick={() => void verify()}>核对操作记录</Button>
          <Button onClick={() => void hand()}>导出记录</Button>
        </span>
      }
    >
      {check ? <Outcome check={check} /> : null}
      <div className="table-scroll audit-table">
        <table className="plain-table" aria-label="操作记录">
          <thead>
            <tr>
              <th scope="col" className="cell-right">
                序号
              </th>
              <th scope="col">时间</th>
              <th scope="col">操作人</th>
              <th scope="col">事项</th>
              <th scope="col">案件</th>
              <th scope="col">内容</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((e) => (
              <tr key={e.n} title={`校验码 ${e.hash}`}>
                <td className="cell-right num">{e.n}</td>
                <td className="num audit-when">{dateTimeWords(e.at)}</td>
                <td>{e.who}</td>
                <td className="audit-when">{actionWord(e.action)}</td>
                <td>{e.caseTitle}</td>
                <td className="audit-detail">
                  {e.erased ? (
                    <span className="grey">（已随案件清除）</span>
                  ) : (
                    detailWords(e.detail)
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more ? (
        <Button onClick={() => void load(entries.at(-1)?.n ?? null)}>再看早些的记录</Button>
      ) : null}
    </Section>
  );
}

function Outcome({ check }: { check: AuditCheck }) {
  if (check.faults.length === 0) {
    return (
      <Notice tone="done" title={`${check.rows} 条记录首尾相接，没有改动`}>
        {check.erased > 0 ? `其中 ${check.erased} 条的内容已随删除的案件清除。` : ''}
        <div className="path-line">最后一条的校验码：{check.head}</div>
        <span className="grey">
          把校验码另外抄下或发给自己，以后再核对，就能证明这之前的记录没有动过。
        </span>
      </Notice>
    );
  }
  return (
    <Notice tone="urgent" title={`有 ${check.faults.length} 处对不上，记录被改动过`}>
      <ul>
        {check.faults.slice(0, 20).map((f) => (
          <li key={`${f.n}${f.message}`}>
            {f.n > 0 ? `第 ${f.n} 条：` : ''}
            {f.message}
          </li>
        ))}
      </ul>
      请保留数据文件夹，不要继续修改，从更早的备份里对照。
    </Notice>
  );
}
