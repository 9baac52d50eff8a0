/** The LPR table: published rows with where they were read, and the user's own entries, kept apart. */
import { PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { Settings } from '../../../shared/api.ts';
import { rateText } from '../../../shared/law/exact.ts';
import { LPR_LAST_VERIFIED, lprTable } from '../../../shared/law/lpr.ts';
import { errorText } from '../../bridge.ts';
import { dateWords, FieldHint, Notice, Section } from '../../components/index.ts';
import { dateText, percentText } from '../../components/normalise.ts';
import { say, sayError, sayWith } from '../../state/feedback.ts';
import { saveSettings } from '../../state/session.ts';

type Entry = Settings['lprEntries'][number];
/** Where a published row was read; the table's own notes are written for its keepers. */
const READ: readonly [RegExp, string][] = [
  [/^three independent/, '三份公开转载一致'],
  [/^two independent/, '两份公开转载一致'],
  [/^three public sources/, '三处来源引用央行公告'],
  [/announcement text/, '央行公告原文的公开转载'],
  [/^contemporaneous report/, '当日报道和银行官网转载'],
  [/^bank LPR-page/, '银行官网转载'],
];

const sourceWords = (note: string) => READ.find(([mark]) => mark.test(note))?.[1] ?? '公开来源';

const NEW = { effective: '', oneYear: '', fiveYear: '', note: '' };

export function LprTableView({ entries }: { entries: readonly Entry[] }) {
  const [adding, setAdding] = useState(false);
  const [all, setAll] = useState(false);
  const rows = [...lprTable(entries).rows].reverse();
  const official = new Set(lprTable().rows.map((r) => r.effective));
  const shadowed = entries.filter((e) => official.has(e.effective));
  const shown = all ? rows : rows.slice(0, 8);
  const remove = async (effective: string) => {
    try {
      await saveSettings({ lprEntries: entries.filter((e) => e.effective !== effective) });
      sayWith((close) => (
        <span>
          已删除 {effective} 的 LPR
          <Button
            type="link"
            size="small"
            onClick={() => {
              saveSettings({ lprEntries: [...entries] }).catch(sayError);
              close();
            }}
          >
            撤销
          </Button>
        </span>
      ));
    } catch (error) {
      sayError(error);
    }
  };
  return (
    <Section
      title="贷款市场报价利率（LPR）"
      lead={
        <>
          随软件带的数据核对到{dateWords(LPR_LAST_VERIFIED)}
          公布的一期。之后公布的，请从全国银行间同业拆借中心或中国人民银行网站查到后自己录入；自己录入的单独标明，不会改动原表。
        </>
      }
      actions={
        adding ? undefined : (
          <Button icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            录入新公布的 LPR
          </Button>
        )
      }
    >
      {adding ? <NewEntry entries={entries} onClose={() => setAdding(false)} /> : null}
      {shadowed.length > 0 ? (
        <Notice tone="attention">
          您录入的 {shadowed.map((e) => e.effective).join('、')} 原表已有，计算以原表为准。
        </Notice>
      ) : null}
      <table className="plain-table" aria-label="LPR 表">
        <thead>
          <tr>
            <th scope="col">公布日</th>
            <th scope="col" className="cell-right">
              一年期
            </th>
            <th scope="col" className="cell-right">
              五年期以上
            </th>
            <th scope="col">来源</th>
            <th scope="col">
              <span className="sr-only">操作</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((r) => (
            <tr key={`${r.effective}${r.user}`}>
              <td className="num">{r.effective}</td>
              <td className="cell-right">{rateText(r.oneYear)}%</td>
              <td className="cell-right">
                {r.fiveYear === null ? '' : `${rateText(r.fiveYear)}%`}
              </td>
              <td>
                {r.user
                  ? `您录入的${r.note ? `：${r.note}` : ''}`
                  : `随软件：${sourceWords(r.note)}`}
              </td>
              <td>
                {r.user ? (
                  <Button
                    type="link"
                    size="small"
                    aria-label={`删除${r.effective}的录入`}
                    onClick={() => void remove(r.effective)}
                  >
                    删除
                  </Button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shown.length ? (
        <Button type="link" onClick={() => setAll(true)}>
          显示全部 {rows.length} 期
        </Button>
      ) : null}
    </Section>
  );
}

function NewEntry({ entries, onClose }: { entries: readonly Entry[]; onClose(): void }) {
  const [draft, setDraft] = useState(NEW);
  const [error, setError] = useState('');
  const field = (key: keyof typeof NEW, label: string, hint: string, unit = '') => (
    <div className="field" data-path={`settings.lprEntries.new.${key}`}>
      <label className="field-label" htmlFor={`lpr-${key}`}>
        {label}
      </label>
      <Input
        id={`lpr-${key}`}
        value={draft[key]}
        placeholder={hint}
        suffix={unit}
        onChange={(e) => setDraft({ ...draft, [key]: e.target.value })}
        onBlur={(e) => {
          const neat =
            key === 'effective'
              ? dateText(e.target.value)
              : key === 'note'
                ? e.target.value.trim()
                : percentText(e.target.value);
          setDraft((d) => ({ ...d, [key]: neat }));
        }}
      />
    </div>
  );
  const save = async () => {
    const entry: Entry = {
      effective: dateText(draft.effective),
      oneYear: percentText(draft.oneYear),
      fiveYear: draft.fiveYear.trim() === '' ? null : percentText(draft.fiveYear),
      note: draft.note.trim(),
    };
    if (entries.some((e) => e.effective === entry.effective)) {
      setError(`${entry.effective} 已经录入过，请先删除旧的再录`);
      return;
    }
    try {
      await saveSettings({ lprEntries: [...entries, entry] });
      say('已录入');
      onClose();
    } catch (e) {
      setError(errorText(e));
    }
  };
  return (
    <form
      className="lpr-new"
      onSubmit={(e) => {
        e.preventDefault();
        void save();
      }}
    >
      <div className="field-row">
        {field('effective', '公布日', '例如 2026-10-20')}
        {field('oneYear', '一年期', '例如 3.00', '%')}
        {field('fiveYear', '五年期以上（可不填）', '例如 3.50', '%')}
      </div>
      {field('note', '在哪里查到的', '例如 中国人民银行网站')}
      <FieldHint>公布日一般是每月20日，遇休息日顺延。请照公布的数字填写。</FieldHint>
      {error ? <Notice tone="urgent">{error}</Notice> : null}
      <div className="button-line">
        <Button type="primary" htmlType="submit">
          保存
        </Button>
        <Button onClick={onClose}>取消</Button>
      </div>
    </form>
  );
}
