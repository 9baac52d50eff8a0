/** The user's own words for a passage; when the facts change under them, the app asks. */
import { Button, Input } from 'antd';
import type { PassageSummary } from '../../../shared/api.ts';
import type { CaseDocument } from '../../../shared/case/case.ts';
import { FieldHint, Notice } from '../../components/index.ts';
import { change, useCase } from '../../state/case-store.ts';

type Prose = NonNullable<CaseDocument['prose']>[number];

/** Writes one passage; null takes the user's words away, so that the draft is printed again. */
function write(key: string, next: Prose | null, label: string, joins = ''): void {
  change(
    (d) => {
      const others = (d.prose ?? []).filter((p) => p.key !== key);
      return { ...d, prose: next === null ? others : [...others, next] };
    },
    label,
    joins,
  );
}

export function Passages({ passages }: { passages: readonly PassageSummary[] }) {
  return (
    <div className="passages">
      {passages.map((p) => (
        <Passage key={p.key} passage={p} />
      ))}
    </div>
  );
}

function Passage({ passage: p }: { passage: PassageSummary }) {
  const { document } = useCase();
  const own = (document.prose ?? []).find((x) => x.key === p.key);
  const text = own?.text ?? p.draft;
  const id = `passage-${p.key.replaceAll('.', '-')}`;
  const stale = own !== undefined && (own.basis ?? '') !== '' && own.basis !== p.draft;
  return (
    <div className="field" data-path={`prose.${p.key}`}>
      <label className="field-label" htmlFor={id}>
        {p.title}
      </label>
      {stale ? (
        <Notice
          tone="attention"
          title="事实改过，自动草稿和您改写时不一样了"
          action={
            <>
              <Button onClick={() => write(p.key, null, '改用新草稿')}>改用新草稿</Button>
              <Button
                type="text"
                onClick={() => own && write(p.key, { ...own, basis: p.draft }, '保留我的文字')}
              >
                保留我的文字
              </Button>
            </>
          }
        >
          <details>
            <summary>看新草稿</summary>
            <p className="passage-draft">{p.draft}</p>
          </details>
        </Notice>
      ) : null}
      <Input.TextArea
        id={id}
        value={text}
        autoSize={{ minRows: 5, maxRows: 24 }}
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
      <FieldHint id={`${id}-hint`}>
        {own ? (
          <>
            这是您改写的文字；金额和日期不会再自动更新，请自己核对。
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
