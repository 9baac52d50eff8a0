/** 文字整理: what is said in the pictures or the recording beside it, line by line, written by keyboard. */
import { Button, Pagination } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { EvidenceFile } from '../../../shared/api.ts';
import { exhibitNumbers } from '../../../shared/case/exhibits.ts';
import { isMovable } from '../../../shared/case/order.ts';
import { type LineDocument, speakersOf } from '../../../shared/case/transcript.ts';
import { Empty, Notice, Page, sayRemoved } from '../../components/index.ts';
import { useCase } from '../../state/case-store.ts';
import { sayError } from '../../state/feedback.ts';
import { addLine, closeTranscript, MOST_LINES, removeLine } from '../../state/transcript.ts';
import { mediaSeconds, openViewer, useViewer } from '../../state/viewer.ts';
import { PasteDialog } from './paste-dialog.tsx';
import { inSound, soundIds } from './sounds.ts';
import { EditLine, type LineField, ReadLine } from './transcript-row.tsx';
import './chat.css';

const ON_A_PAGE = 100;

export function TranscriptScreen({
  index,
  start,
  files,
}: {
  index: number;
  /** Place of the line to open at first, from 0. */
  start: number | null;
  files: readonly EvidenceFile[];
}) {
  const { document, problemsUnder } = useCase();
  const [openId, setOpenId] = useState(
    start === null ? null : (document.evidence?.[index]?.transcript?.[start]?.id ?? null),
  );
  const [field, setField] = useState<LineField>('time');
  const [asked, setAsked] = useState(0);
  const [page, setPage] = useState(Math.floor((start ?? 0) / ON_A_PAGE) + 1);
  const [pasting, setPasting] = useState<string | null>(null);
  const seen = useRef('');
  const item = document.evidence?.[index];
  const lines = item?.transcript ?? [];
  const at = lines.findIndex((l) => l.id === openId);
  const open = lines[at];
  const sounds = soundIds(files);
  const fileId = open?.fileId ?? item?.fileIds?.[0] ?? null;
  const shownPage = open?.page ?? 1;
  const itemId = item?.id ?? '';
  const there = files.some((f) => f.fileId === fileId);
  const looking = useViewer().target !== null;

  // The picture of the line that is written stands beside it.
  useEffect(() => {
    if (!fileId || !there || itemId === '') return;
    const place = `${itemId} ${fileId} ${shownPage}`;
    if (seen.current === place) return;
    seen.current = place;
    openViewer({ fileId, itemId, page: shownPage, quiet: true });
  }, [itemId, fileId, shownPage, there]);

  if (!item) return null;
  const path = `evidence.${index}.transcript`;
  const number = exhibitNumbers(document).get(item.id) ?? index + 1;
  const demands = new Set((document.demands ?? []).map((d) => d.id));
  const names = speakersOf(document, item);
  const spoken = (l: LineDocument) => inSound(item, l.fileId, sounds);
  const to = (id: string, where: LineField) => {
    const n = lines.findIndex((l) => l.id === id);
    if (n >= 0) setPage(Math.floor(n / ON_A_PAGE) + 1);
    setOpenId(id);
    setField(where);
    setAsked((k) => k + 1);
  };
  const add = (after: string | null) => {
    if (lines.length >= MOST_LINES) {
      sayError(`一份证据最多整理 ${MOST_LINES} 条。只写要紧的几句，其余的法官可以看原图`);
      return;
    }
    const n = after === null ? lines.length : lines.findIndex((l) => l.id === after) + 1;
    const id = addLine(item.id, after);
    setPage(Math.floor(n / ON_A_PAGE) + 1);
    setOpenId(id);
    // The day is carried on from the line above; where there is none it is asked for first.
    setField(lines[n - 1]?.date ? 'time' : 'date');
    setAsked((k) => k + 1);
  };
  const step = (by: -1 | 1) => {
    const next = lines[at + by];
    if (next) to(next.id, field);
  };
  /** A line of a recording that is opened by hand is heard from its place. */
  const hear = (line: LineDocument) => {
    const seconds = mediaSeconds(line.time ?? '');
    if (!spoken(line) || seconds === null || !fileId) return;
    const sound = line.fileId ?? fileId;
    seen.current = `${itemId} ${sound} ${line.page ?? 1}`;
    openViewer({ fileId: sound, itemId, at: seconds, quiet: true });
  };
  const remove = (id: string) => {
    const n = lines.findIndex((l) => l.id === id);
    const next = lines[n + 1] ?? lines[n - 1];
    removeLine(item.id, id);
    if (next) to(next.id, 'content');
    else setOpenId(null);
    sayRemoved('一条文字');
  };
  const placeOf = (l: LineDocument): string => {
    const n = (item.fileIds ?? []).indexOf(l.fileId ?? '');
    if (n < 0 || (item.fileIds ?? []).length === 0) return '';
    const paged = (files.find((f) => f.fileId === l.fileId)?.pages ?? 1) > 1;
    return `文件${n + 1}${paged ? ` 第${l.page ?? 1}页` : ''}`;
  };
  const top = (page - 1) * ON_A_PAGE;
  const shown = lines.slice(top, top + ON_A_PAGE);

  return (
    <Page
      wide
      title={`证据 ${number} · 文字整理`}
      lead={item.name || '（未命名）'}
      actions={<Button onClick={closeTranscript}>返回这份证据</Button>}
    >
      {lines.length > 0 ? (
        <div className="transcript-bar">
          <Button type="primary" onClick={() => add(lines.at(-1)?.id ?? null)}>
            加一条
          </Button>
          <Button onClick={() => setPasting('')}>粘贴聊天记录</Button>
          {fileId && there && !looking ? (
            <Button onClick={() => openViewer({ fileId, itemId, page: shownPage, quiet: true })}>
              打开原图
            </Button>
          ) : null}
          <span className="grey">
            {open && spoken(open)
              ? '照右边的录音听写，Alt 加 T 记下播放的时间。'
              : '照右边的原图抄。'}
            回车写下一条，Alt 加上下键换一条。
          </span>
          {names.length > 0 ? (
            <span className="grey">
              说话人可以只按数字：{names.map((name, i) => `${i + 1} = ${name}`).join('，')}。
            </span>
          ) : null}
        </div>
      ) : null}
      {isMovable(document, item.id) ? null : (
        <Notice tone="attention">
          这份证据已交给法院，证据册已锁定。这里再改的文字只给您自己看，不会悄悄印进原来的证据册。
        </Notice>
      )}
      {lines.length === 0 ? (
        <Empty
          sentence="只写要紧的几句：借多少、什么时候还、催了没有、对方怎么答的。"
          example="2024-03-05 21:05　王某：“借款到期了，请还款。”　21:06　李某：“再宽限几天，下月一定还。”"
          action={
            <div className="transcript-bar">
              <Button type="primary" onClick={() => add(null)}>
                写第一条
              </Button>
              <Button onClick={() => setPasting('')}>粘贴聊天记录</Button>
            </div>
          }
        />
      ) : (
        <div className="transcript">
          <table aria-label="文字整理" className="plain-table">
            <thead>
              <tr>
                <th scope="col" className="line-when">
                  时间
                </th>
                <th scope="col" className="line-who">
                  说话人
                </th>
                <th scope="col">内容</th>
                <th scope="col" className="line-place">
                  在哪里
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((line, k) =>
                line.id === openId ? (
                  <EditLine
                    key={line.id}
                    path={`${path}.${top + k}`}
                    item={item}
                    line={line}
                    number={top + k + 1}
                    files={files}
                    speakers={names}
                    sound={spoken(line)}
                    field={field}
                    asked={asked}
                    onNext={() => {
                      const next = lines[top + k + 1];
                      if (next) to(next.id, 'content');
                      else add(line.id);
                    }}
                    onStep={step}
                    onInsert={() => add(line.id)}
                    onRemove={() => remove(line.id)}
                    onPaste={setPasting}
                  />
                ) : (
                  <ReadLine
                    key={line.id}
                    line={line}
                    number={top + k + 1}
                    place={placeOf(line)}
                    linked={Boolean(line.demandId && demands.has(line.demandId))}
                    bad={problemsUnder(`${path}.${top + k}`).length > 0}
                    sound={spoken(line)}
                    onOpen={(where) => {
                      hear(line);
                      to(line.id, where);
                    }}
                  />
                ),
              )}
            </tbody>
          </table>
          {lines.length > ON_A_PAGE ? (
            <Pagination
              size="small"
              current={page}
              pageSize={ON_A_PAGE}
              total={lines.length}
              showSizeChanger={false}
              onChange={setPage}
            />
          ) : null}
        </div>
      )}
      {pasting === null ? null : (
        <PasteDialog
          item={item}
          files={files}
          start={pasting}
          fileId={fileId}
          onClose={() => setPasting(null)}
        />
      )}
    </Page>
  );
}
