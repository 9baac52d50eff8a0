/** 生成证据册: how it is cut, what its list lacks, passwords of locked files. */
import { Checkbox, Input, InputNumber, Modal, Progress, Radio } from 'antd';
import { useId, useState } from 'react';
import type { BundleProblem, EvidenceBook } from '../../../shared/api.ts';
import { bookGaps, bundleTitle, nextBook, numberWords } from '../../../shared/case/book-gaps.ts';
import { LIST_PAPER, onBothSides } from '../../../shared/case/exhibits.ts';
import { BridgeError, call, errorText } from '../../bridge.ts';
import { FieldHint, Notice } from '../../components/index.ts';
import { change, currentCase, flush, useCase } from '../../state/case-store.ts';
import { today } from '../../state/clock.ts';
import { cancelJob, useJobs } from '../../state/jobs.ts';
import { BundleDone, LONG } from './bundle-done.tsx';

/** Size that most court platforms take; their own figure is asked for. */
const USUAL_MB = 10;
/** A cover, a list and a register are in each volume: fewer pages would hold no exhibit. */
const LEAST_PAGES = 5;
const STOPPED = '已按您的要求停下，文件夹里没有留下半本。要做的时候再点一次。';
/** As the main process calls the work. */
const JOB = '正在生成证据册';

/** The pages of the list are those of the book. */
function takePages(book: EvidenceBook): void {
  const pages = new Map(book.exhibits.map((e) => [e.id, e.to - e.from + 1]));
  change(
    (d) => ({
      ...d,
      evidence: (d.evidence ?? []).map((e) => {
        const count = pages.get(e.id);
        return count === undefined || e.pages === count ? e : { ...e, pages: count };
      }),
    }),
    '按证据册填写页数',
  );
}

/** The list on its own counts pages as the book does, so the answer is the case's. */
function countBothSides(duplex: boolean): void {
  change((d) => {
    const choices = d.choices ?? {};
    return { ...d, choices: { ...choices, [LIST_PAPER]: { ...choices[LIST_PAPER], duplex } } };
  }, '双面打印');
}

const locked = (p: BundleProblem) => p.code === 'encrypted' || p.code === 'wrong-password';

export function BundleDialog({ onClose }: { onClose: () => void }) {
  const sizeId = useId();
  const pagesId = useId();
  const job = useJobs().find((j) => j.title === JOB);
  const [split, setSplit] = useState(true);
  const [maxMb, setMaxMb] = useState<number | null>(USUAL_MB);
  const [maxPages, setMaxPages] = useState<number | null>(null);
  const { document } = useCase();
  const duplex = onBothSides(document);
  const next = nextBook(document);
  const gaps = bookGaps(document);
  const [passwords, setPasswords] = useState<Record<string, string>>({});
  const [problems, setProblems] = useState<readonly BundleProblem[]>([]);
  const [newVersion, setNewVersion] = useState(false);
  const [changed, setChanged] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState('');
  const [book, setBook] = useState<EvidenceBook | null>(null);

  const run = async () => {
    const { caseId } = currentCase();
    if (!caseId) return;
    setBusy(true);
    setError('');
    try {
      await flush();
      const given = Object.entries(passwords).filter(([, password]) => password !== '');
      const result = await call('evidence.bundle', {
        caseId,
        today: today(),
        maxMb: split ? maxMb : null,
        maxPages: split ? maxPages : null,
        duplex,
        newVersion,
        passwords: given.map(([fileId, password]) => ({ fileId, password })),
      });
      if (result === null) return;
      if ('problems' in result) setProblems(result.problems);
      else {
        setProblems([]);
        setBook(result.book);
        takePages(result.book);
      }
    } catch (e) {
      const code = e instanceof BridgeError ? e.code : '';
      setError(code === 'cancelled' ? STOPPED : errorText(e));
      setChanged(code === 'released-changed');
    } finally {
      setBusy(false);
    }
  };

  const noLimit = split && maxMb === null && maxPages === null;
  if (book) return <BundleDone book={book} onClose={onClose} />;
  return (
    <Modal
      open
      title={`生成${next.title}`}
      // While it is being made the dialog stays, or its result would come to nobody.
      onCancel={busy ? () => job && cancelJob(job.jobId) : onClose}
      closable={!busy}
      keyboard={!busy}
      mask={{ closable: !busy }}
      styles={LONG}
      okText="选择文件夹并生成"
      cancelText={busy ? '停止' : '取消'}
      okButtonProps={{ loading: busy, disabled: noLimit }}
      onOk={() => void run()}
    >
      <p>
        封面、证据目录、全部证据和文件校验清单装成 PDF，页码连续，目录可以点击跳转；另有一份 Word
        目录。原文件不会改动。
      </p>
      {next.again ? (
        <p>没有新加的证据：把已交给法院的{numberWords(next.numbers)}按原来的编号和页码再做一份。</p>
      ) : next.items.length > 0 && next.title !== bundleTitle(0) ? (
        <p>
          会进《{next.title}》的是新加的{numberWords(next.numbers)}
          。已交给法院的不再装入，编号和页码接着往下排。
        </p>
      ) : null}
      <div className="field">
        <Radio.Group
          value={split}
          onChange={(e) => setSplit(e.target.value as boolean)}
          options={[
            { value: true, label: '太大时分册（在两份证据之间分开）' },
            { value: false, label: '不分册' },
          ]}
        />
        {split ? (
          <div className="book-limits">
            <span>
              <label htmlFor={sizeId}>每册不超过</label>{' '}
              <InputNumber id={sizeId} min={1} max={4000} value={maxMb} onChange={setMaxMb} /> MB
            </span>
            <span>
              <label htmlFor={pagesId}>也不超过</label>{' '}
              <InputNumber
                id={pagesId}
                min={LEAST_PAGES}
                max={100_000}
                precision={0}
                placeholder="不限"
                value={maxPages}
                onChange={setMaxPages}
              />{' '}
              页
            </span>
            <FieldHint>以受理法院平台的提示为准；空着就是不限。</FieldHint>
          </div>
        ) : null}
      </div>
      <Checkbox checked={duplex} onChange={(e) => countBothSides(e.target.checked)}>
        双面打印：每份证据从正面开始，必要时加空白页
      </Checkbox>
      {gaps.length > 0 && !busy ? (
        <Notice tone="note" title="请留意">
          <ul className="plain-list">
            {gaps.map((g) => (
              <li key={g.kind}>{g.text}</li>
            ))}
          </ul>
          <p>不补也能生成，先看样子；交给法院之前请补上。</p>
        </Notice>
      ) : null}
      {busy && job ? (
        <Progress
          percent={job.total > 0 ? Math.floor((job.done * 100) / job.total) : 0}
          aria-label={JOB}
        />
      ) : null}
      {changed ? (
        <Checkbox checked={newVersion} onChange={(e) => setNewVersion(e.target.checked)}>
          仍按现在的文件另做一版（原来的证据册不动，页码变化会列出）
        </Checkbox>
      ) : null}
      {problems.length > 0 ? (
        <Notice tone="attention" title="这些文件放不进去，证据册还没有生成">
          <ul className="plain-list">
            {problems.map((p) => (
              <li key={p.fileId}>
                {p.message}
                {locked(p) ? (
                  <Input.Password
                    aria-label={`${p.name} 的密码`}
                    placeholder="打开密码，只用这一次，不保存"
                    value={passwords[p.fileId] ?? ''}
                    onChange={(e) =>
                      setPasswords((all) => ({ ...all, [p.fileId]: e.target.value }))
                    }
                  />
                ) : null}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {error ? (
        <Notice tone="attention" title="证据册没有生成">
          {error}
        </Notice>
      ) : null}
    </Modal>
  );
}
