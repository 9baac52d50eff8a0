/** Passages the user may put in his own words; the draft they came from is kept beside them. */
import { Button, Input, Segmented } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { PaperSummary, PassageSummary } from '../../../shared/api.ts';
import type { CaseDocument } from '../../../shared/case/case.ts';
import { diffText } from '../../../shared/text/diff.ts';
import { rebind } from '../../../shared/text/rebind.ts';
import { FieldHint, Notice } from '../../components/index.ts';
import { change, useCase } from '../../state/case-store.ts';
import { say } from '../../state/feedback.ts';
import { focusDone, useRoute } from '../../state/navigation.ts';

type Prose = NonNullable<CaseDocument['prose']>[number];

/** Writes one passage; null takes the user's words away, so that the draft is printed again. */
function write(key: string, next: Prose | null, label: string, joins = ''): void {
  change(
    (d) => {
      const all = d.prose ?? [];
      if (next === null) return { ...d, prose: all.filter((p) => p.key !== key) };
      return all.some((p) => p.key === key)
        ? { ...d, prose: all.map((p) => (p.key === key ? next : p)) }
        : { ...d, prose: [...all, next] };
    },
    label,
    joins,
  );
}

interface Props {
  passages: readonly PassageSummary[];
  missing: PaperSummary['missing'];
}

export function Passages({ passages, missing }: Props) {
  return (
    <div className="passages">
      {passages.map((p) => (
        <Passage key={p.key} passage={p} missing={missing} />
      ))}
    </div>
  );
}

function Passage({ passage: p, missing }: { passage: PassageSummary; missing: Props['missing'] }) {
  const { document } = useCase();
  const route = useRoute();
  const holder = useRef<HTMLDivElement>(null);
  const edit = () => holder.current?.querySelector('textarea')?.focus();
  const own = (document.prose ?? []).find((x) => x.key === p.key);
  const index = (document.prose ?? []).findIndex((x) => x.key === p.key);
  const id = `passage-${p.key.replaceAll('.', '-')}`;
  const stale = own !== undefined && (own.basis ?? '') !== '' && own.basis !== p.draft;
  const here = [`prose.${p.key}`, ...(index >= 0 ? [`prose.${index}.text`] : [])];
  const wrong = missing.filter((m) => m.level === 'blocking' && here.includes(m.path));
  const asked = route.focus !== null && here.includes(route.focus);
  useEffect(() => {
    if (!asked) return;
    holder.current?.scrollIntoView({ block: 'start' });
    holder.current?.querySelector('textarea')?.focus({ preventScroll: true });
    focusDone(route.request);
  }, [asked, route.request]);
  const names = (document.parties ?? []).map((one) => one.name ?? '').filter((n) => n !== '');
  return (
    <div className="field" data-path={`prose.${p.key}`} ref={holder}>
      <label className="field-label" htmlFor={id}>
        {p.title}
      </label>
      {own && stale ? <Stale passage={p} own={own} names={names} edit={edit} /> : null}
      <Input.TextArea
        id={id}
        value={own?.text ?? p.draft}
        autoSize={{ minRows: 5, maxRows: 24 }}
        status={wrong.length > 0 ? 'error' : ''}
        aria-invalid={wrong.length > 0 ? true : undefined}
        aria-describedby={`${id}-hint`}
        onChange={(e) =>
          write(
            p.key,
            { key: p.key, text: e.target.value, basis: own?.basis || p.draft },
            `改写${p.title}`,
            `prose.${p.key}`,
          )
        }
      />
      {wrong.map((m) => (
        <div className="field-error" role="alert" key={m.message}>
          {m.message}
        </div>
      ))}
      <FieldHint id={`${id}-hint`}>
        {own ? (
          <>
            这是您改写的文字。里面的金额、日期、姓名与案件不一致时会提醒，改好才能导出。
            <Button type="link" size="small" onClick={() => write(p.key, null, '恢复自动草稿')}>
              恢复自动草稿
            </Button>
          </>
        ) : (
          '这是按您填的事实自动写的草稿，可以直接改。'
        )}
      </FieldHint>
    </div>
  );
}

interface StaleProps {
  passage: PassageSummary;
  own: Prose;
  names: readonly string[];
  edit(): void;
}

/** The data changed under an edited passage: what changed, and what to do about it. */
function Stale({ passage: p, own, names, edit }: StaleProps) {
  const [view, setView] = useState<'draft' | 'mine'>('draft');
  const basis = own.basis ?? '';
  const keep = () => {
    const { text, left } = rebind(own.text, basis, p.draft, names);
    if (left.length > 0) {
      write(p.key, { ...own, text }, '更新金额、日期和姓名');
      say(`${left.join('、')}在新草稿里有的变了、有的没变，请自己改`);
      edit();
    } else write(p.key, { ...own, text, basis: p.draft }, '保留我的文字');
  };
  return (
    <Notice tone="attention" title="事实改过，草稿和您改写时不一样了">
      <Segmented<'draft' | 'mine'>
        size="small"
        aria-label="比较什么"
        value={view}
        options={[
          { value: 'draft', label: '草稿变了什么' },
          { value: 'mine', label: '新草稿和我的文字' },
        ]}
        onChange={setView}
      />
      <Difference older={view === 'draft' ? basis : own.text} newer={p.draft} names={names} />
      <div className="button-line">
        <Button onClick={keep}>保留我的文字，更新其中的金额、日期、姓名</Button>
        <Button onClick={() => write(p.key, null, '改用新草稿')}>改用新草稿</Button>
        <Button type="text" onClick={edit}>
          我自己改
        </Button>
      </div>
    </Notice>
  );
}

/** What did not change, cut in the middle: enough to know the place by. */
function shortened(text: string): string {
  const signs = [...text];
  return signs.length <= 60
    ? text
    : `${signs.slice(0, 24).join('')} …… ${signs.slice(-24).join('')}`;
}

/** Two texts in one: what went is struck through, what came is underlined. */
function Difference(p: { older: string; newer: string; names: readonly string[] }) {
  return (
    <p className="passage-diff">
      {diffText(p.older, p.newer, p.names).map((part, i) => {
        const key = `${i}${part.kind}`;
        if (part.kind === 'same') return <span key={key}>{shortened(part.text)}</span>;
        return part.kind === 'removed' ? (
          <del key={key}>
            <span className="sr-only">删去：</span>
            {part.text}
          </del>
        ) : (
          <ins key={key}>
            <span className="sr-only">加上：</span>
            {part.text}
          </ins>
        );
      })}
    </p>
  );
}
