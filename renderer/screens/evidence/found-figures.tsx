/**
 * Beside a record that is being entered: dates and amounts that its exhibits show. Proposals only. Nothing
 * is filled in without a click, and the click opens the original at that place.
 */
import { Button } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { exhibitNumbers } from '../../../shared/case/exhibits.ts';
import { type Figures, type FoundAmount, figuresIn } from '../../../shared/find/figures.ts';
import { formatAmount, parseAmount, yuan } from '../../../shared/text/money.ts';
import { call } from '../../bridge.ts';
import { getAt, setAt, useCase } from '../../state/case-store.ts';
import { useEvidenceFiles } from '../../state/evidence-files.ts';
import { say, sayError } from '../../state/feedback.ts';
import { evidenceOf } from '../../state/proof-links.ts';
import { useTexts } from '../../state/texts.ts';
import { openViewer } from '../../state/viewer.ts';
import { allHeld, isSheet, offeredTo } from './found-offers.ts';
import './found-figures.css';

interface Target {
  path: string;
  label: string;
}
/** Values shown at a time. */
const MOST = 5;
/** A statement of a year is no slip: its thousand amounts propose nothing. */
const MOST_PAGES = 40;

interface FileFigures extends Figures {
  fileId: string;
  itemId: string;
  exhibit: string;
}

/** What the files of the exhibits that prove the record hold. */
function useFigures(recordId: string): FileFigures[] {
  const { document, caseId } = useCase();
  const { files } = useTexts(caseId);
  const { files: kept } = useEvidenceFiles(caseId);
  const [known, setKnown] = useState<Record<string, Figures>>({});
  const linked = useMemo(() => {
    const chosen = new Set(evidenceOf(document, recordId));
    const readable = new Set(
      files
        .filter(({ pages: { ocr, layer } }) => ocr + layer > 0 && ocr + layer <= MOST_PAGES)
        .map((f) => f.fileId),
    );
    const sheets = new Set(kept.filter((f) => isSheet(f.name)).map((f) => f.fileId));
    const numbers = exhibitNumbers(document);
    return (document.evidence ?? []).flatMap((item) =>
      chosen.has(item.id)
        ? (item.fileIds ?? [])
            .filter((id) => readable.has(id) && !sheets.has(id))
            .map((fileId) => ({
              ...{ fileId, itemId: item.id, exhibit: `证据 ${numbers.get(item.id) ?? ''}` },
            }))
        : [],
    );
  }, [document, files, kept, recordId]);
  const ids = linked.map((l) => l.fileId).join(' ');
  useEffect(() => {
    // Read again when more of the files is known.
    void files;
    let stale = false;
    const wanted = ids.split(' ').filter(Boolean);
    Promise.all(
      wanted.map(
        async (fileId) => [fileId, figuresIn(await call('texts.pages', { fileId }))] as const,
      ),
    )
      .then((list) => {
        if (!stale) setKnown(Object.fromEntries(list));
      })
      .catch(sayError);
    return () => {
      stale = true;
    };
  }, [ids, files]);
  return linked.flatMap((l) => {
    const figures = known[l.fileId];
    return figures ? [{ ...l, ...figures }] : [];
  });
}

interface Value {
  /** As it would be filled in. */
  value: string;
  shown: string;
  written: string;
  page: number;
  places: FoundAmount['places'];
  from: FileFigures;
}

const sameAmount = (typed: unknown, value: string): boolean => {
  const read = parseAmount(typeof typed === 'string' ? typed : '');
  return read.ok && yuan(read.fen) === value;
};

const heldText = (typed: unknown): string =>
  typeof typed === 'string' ? typed : typeof typed === 'number' ? String(typed) : '';

function Values({
  title,
  values,
  targets,
  same,
  onAdopt,
}: {
  title: string;
  values: readonly Value[];
  targets: readonly Target[];
  onAdopt: () => void;
  same: (typed: unknown, value: string) => boolean;
}) {
  const { document, change } = useCase();
  if (values.length === 0) return null;
  const look = (v: Value) =>
    openViewer({
      ...{ fileId: v.from.fileId, itemId: v.from.itemId },
      ...{ page: v.page, boxes: v.places, find: v.written },
    });
  const adopt = (v: Value, target: Target) => {
    change((d) => setAt(d, target.path, v.value), `采用识别到的${target.label}`);
    onAdopt();
    look(v);
    say(`已填入${target.label}，请对照旁边的原件核对`);
  };
  const choices = (v: Value) => {
    const fields = targets.map((t) => {
      const typed = getAt(document, t.path);
      return { path: t.path, held: heldText(typed), same: same(typed, v.value) };
    });
    const offered = offeredTo(fields);
    return targets.map((t, i) => ({
      t,
      matches: fields[i]?.same ?? false,
      offered: offered.includes(t.path),
    }));
  };
  return (
    <>
      <div className="found-title">{title}</div>
      <ul className="found-list">
        {values.slice(0, MOST).map((v) => (
          <li key={`${v.from.fileId} ${v.page} ${v.written}`}>
            <span className="num">{v.shown}</span>
            <button type="button" className="found-place" onClick={() => look(v)}>
              {v.from.exhibit} 第 {v.page} 页“{v.written}”
            </button>
            {choices(v).map(({ t, matches, offered }) =>
              matches ? (
                <span className="grey" key={t.path}>
                  与{t.label}一致
                </span>
              ) : offered ? (
                <Button key={t.path} size="small" onClick={() => adopt(v, t)}>
                  填入{t.label}
                </Button>
              ) : null,
            )}
          </li>
        ))}
      </ul>
      {values.length > MOST ? (
        <div className="grey">还有 {values.length - MOST} 个没有列出，请看原件。</div>
      ) : null}
    </>
  );
}

export function FoundFigures({
  recordId,
  dates,
  amounts,
}: {
  recordId: string;
  dates: readonly Target[];
  amounts: readonly Target[];
}) {
  const figures = useFigures(recordId);
  const days = figures.flatMap((from) =>
    from.dates.map((d): Value => ({ ...d, from, value: d.iso, shown: d.iso })),
  );
  const sums = figures.flatMap((from) =>
    from.amounts.map(
      (a): Value => ({ ...a, from, value: yuan(a.fen), shown: `${formatAmount(a.fen)} 元` }),
    ),
  );
  const { document } = useCase();
  // null: the user has not said whether to see them.
  const [wide, setWide] = useState<boolean | null>(null);
  const filled = allHeld([...dates, ...amounts].map((t) => heldText(getAt(document, t.path))));
  if (days.length === 0 && sums.length === 0) return null;
  const differ = figures.flatMap((from) =>
    from.differ.map(({ digits, capital }) => (
      <div className="field-advice" key={`${from.fileId} ${capital.page} ${capital.written}`}>
        {`${from.exhibit} 第 ${capital.page} 页大写“${capital.written}”和数字“${digits.written}”不一致。可能认错了字，也可能原件就不一致，请看原件。`}
      </div>
    )),
  );
  if (!(wide ?? !filled))
    return (
      <section className="found found-folded" aria-label="识别到的日期和金额">
        <Button
          type="link"
          size="small"
          className="inline-link"
          aria-expanded={false}
          onClick={() => setWide(true)}
        >
          证据里有 {days.length + sums.length} 处识别到的日期、金额，要对照再展开
        </Button>
        {differ}
      </section>
    );
  const keep = () => setWide(true);
  return (
    <section className="found" aria-label="识别到的日期和金额">
      <div className="found-head">
        <strong>识别到的日期和金额，请核对原件后采用</strong>
        {filled ? (
          <Button size="small" type="text" aria-expanded onClick={() => setWide(false)}>
            收起
          </Button>
        ) : null}
      </div>
      <Values
        title="日期"
        values={days}
        targets={dates}
        same={(typed, value) => typed === value}
        onAdopt={keep}
      />
      <Values title="金额" values={sums} targets={amounts} same={sameAmount} onAdopt={keep} />
      {differ}
      <p className="field-hint">从文件里的文字认出来的，可能有错；不点按钮就不会填进任何一栏。</p>
    </section>
  );
}
