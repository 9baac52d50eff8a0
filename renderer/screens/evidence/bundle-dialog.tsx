/** 生成证据册: how it is cut, passwords of locked files, what was written, and locking it once handed in. */
import { Button, Checkbox, Input, InputNumber, Modal, Progress, Radio } from 'antd';
import { useId, useState } from 'react';
import type { BundleProblem, EvidenceBook } from '../../../shared/api.ts';
import { LIST_PAPER, onBothSides } from '../../../shared/case/exhibits.ts';
import { BridgeError, call, errorText } from '../../bridge.ts';
import { sizeText } from '../../components/amount.tsx';
import { FieldHint, Notice } from '../../components/index.ts';
import { change, currentCase, flush, newId, useCase } from '../../state/case-store.ts';
import { today } from '../../state/clock.ts';
import { say, sayError } from '../../state/feedback.ts';
import { cancelJob, useJobs } from '../../state/jobs.ts';

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

/** Freezes numbers and pages; what is added later goes into a supplementary list. */
function release(book: EvidenceBook): void {
  change((d) => {
    const known = new Set((d.evidenceReleases ?? []).flatMap((r) => r.exhibits.map((e) => e.id)));
    if (book.exhibits.some((e) => known.has(e.id))) return d;
    const volumes = book.volumes.map(({ name, pages, sha256 }) => ({ name, pages, sha256 }));
    const { exhibits, lastPage } = book;
    const batch = { id: newId(), on: d.suit?.signedOn ?? today(), exhibits, lastPage, volumes };
    return { ...d, evidenceReleases: [...(d.evidenceReleases ?? []), batch] };
  }, '标为已提交');
}

/** The list on its own counts pages as the book does, so the answer is the case's. */
function countBothSides(duplex: boolean): void {
  change((d) => {
    const choices = d.choices ?? {};
    return { ...d, choices: { ...choices, [LIST_PAPER]: { ...choices[LIST_PAPER], duplex } } };
  }, '双面打印');
}

/** However much there is to tell, the buttons stay on the screen. */
const LONG = { body: { maxHeight: 'calc(100vh - 260px)', overflowY: 'auto' } } as const;

const locked = (p: BundleProblem) => p.code === 'encrypted' || p.code === 'wrong-password';

export function BundleDialog({ onClose }: { onClose: () => void }) {
  const sizeId = useId();
  const pagesId = useId();
  const job = useJobs().find((j) => j.title === JOB);
  const [split, setSplit] = useState(true);
  const [maxMb, setMaxMb] = useState<number | null>(USUAL_MB);
  const [maxPages, setMaxPages] = useState<number | null>(null);
  const duplex = onBothSides(useCase().document);
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
  if (book) return <Finished book={book} onClose={onClose} />;
  return (
    <Modal
      open
      title="生成证据册"
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

function Finished({ book, onClose }: { book: EvidenceBook; onClose: () => void }) {
  const isNew = !(currentCase().document.evidenceReleases ?? []).some((r) =>
    r.exhibits.some((e) => book.exhibits.some((b) => b.id === e.id)),
  );
  const handIn = () => {
    release(book);
    say('已标为提交，编号和页码不再变动');
    onClose();
  };
  return (
    <Modal
      open
      title="证据册已生成"
      onCancel={onClose}
      styles={LONG}
      footer={
        <>
          {isNew ? <Button onClick={handIn}>已交给法院，锁定编号</Button> : null}
          <Button
            onClick={() => {
              call('shell.showFolder', { path: book.folder }).catch(sayError);
            }}
          >
            打开文件夹
          </Button>
          <Button type="primary" onClick={onClose}>
            完成
          </Button>
        </>
      }
    >
      <p>
        <span className="folder-path">{book.folder}</span>
      </p>
      <ul className="file-list">
        {book.volumes.map((v) => (
          <li key={v.name}>
            {v.name}（{v.pages} 页，{sizeText(v.size)}）
          </li>
        ))}
        {book.files.slice(book.volumes.length).map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      {book.notes.length > 0 ? (
        <Notice tone="note" title="请留意">
          <ul className="plain-list">
            {book.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {isNew ? (
        <p className="grey">
          交给法院以后再锁定：锁定后编号和页码不再变，新加的证据会进《补充证据目录（一）》。
        </p>
      ) : null}
    </Modal>
  );
}
