/** A chat copied from the phone or the computer, read into lines before they are taken over. */
import { Button, Input, Modal, Select } from 'antd';
import { useId, useMemo, useState } from 'react';
import type { EvidenceFile } from '../../../shared/api.ts';
import { parseChat } from '../../../shared/case/chat-paste.ts';
import { type ItemDocument, speakersOf, withDebtorNamed } from '../../../shared/case/transcript.ts';
import { call } from '../../bridge.ts';
import { FieldHint, Notice } from '../../components/index.ts';
import { useCase } from '../../state/case-store.ts';
import { say, sayError } from '../../state/feedback.ts';
import { addPasted, MOST_LINES, newLines } from '../../state/transcript.ts';

/** A chat export larger than this is taken over in parts. */
const MAX_TEXT = 4 * 1024 * 1024;
const SHOWN = 6;

const isText = (f: EvidenceFile): boolean => f.mime.startsWith('text/');

/** UTF-8, else GBK, as old computers save it. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

export function PasteDialog({
  item,
  files,
  start,
  fileId,
  onClose,
}: {
  item: ItemDocument;
  files: readonly EvidenceFile[];
  /** Text that was pasted elsewhere. */
  start: string;
  /** The file that is looked at. */
  fileId: string | null;
  onClose: () => void;
}) {
  const { document } = useCase();
  const textId = useId();
  const fileLabel = useId();
  const [text, setText] = useState(start);
  const [from, setFrom] = useState(fileId);
  const own = (item.fileIds ?? []).flatMap((id) => files.find((f) => f.fileId === id) ?? []);
  const read = useMemo(() => {
    const known = [...speakersOf(document, item), item.chat?.otherName ?? ''];
    const found = parseChat(
      text,
      known.filter((name) => name !== ''),
    );
    return { ...found, lines: withDebtorNamed(document, item, found.lines) };
  }, [text, document, item]);
  const fresh = useMemo(() => newLines(item, read.lines), [item, read]);
  const again = read.lines.length - fresh.length;
  const room = MOST_LINES - (item.transcript?.length ?? 0);
  const load = async (file: EvidenceFile) => {
    try {
      if (file.size > MAX_TEXT) throw '这个文件超过 4 MB。请打开它，复制要紧的一段粘贴到这里。';
      const { bytes } = await call('evidence.read', { fileId: file.fileId });
      setText(decode(bytes));
      setFrom(file.fileId);
    } catch (error) {
      sayError(error);
    }
  };
  const take = () => {
    addPasted(item.id, fresh, from);
    say(again > 0 ? `加了 ${fresh.length} 条，${again} 条原来就有` : `加了 ${fresh.length} 条`);
    onClose();
  };
  return (
    <Modal
      open
      width={720}
      style={{ top: 32 }}
      styles={{ body: { maxHeight: 'calc(100vh - 200px)', overflowY: 'auto' } }}
      title="粘贴聊天记录"
      onCancel={onClose}
      okText={fresh.length > 0 ? `加进来（${fresh.length} 条）` : '加进来'}
      cancelText="取消"
      okButtonProps={{ disabled: fresh.length === 0 || fresh.length > room }}
      onOk={take}
    >
      <div className="field">
        <label className="field-label" htmlFor={textId}>
          聊天文字
        </label>
        <Input.TextArea
          id={textId}
          autoFocus
          value={text}
          rows={8}
          placeholder={
            '2024-03-05 21:05:10 王某\n借款到期了，请还款。\n\n李某 2024/3/5 21:06: 再宽限几天'
          }
          onChange={(e) => setText(e.target.value)}
        />
        <FieldHint>
          在微信里多选消息后复制，或粘贴导出的文字、网页。带日期、时间和名字的都认得出来；认不准的可以再改。
        </FieldHint>
      </div>
      {own.some(isText) ? (
        <div className="button-line">
          {own.filter(isText).map((f) => (
            <Button key={f.fileId} size="small" onClick={() => void load(f)}>
              读取“{f.name}”
            </Button>
          ))}
        </div>
      ) : null}
      {own.length > 0 ? (
        <div className="field">
          <label className="field-label" htmlFor={fileLabel}>
            这些话在哪个文件里
          </label>
          <Select
            id={fileLabel}
            aria-label="这些话在哪个文件里"
            allowClear
            style={{ width: '100%' }}
            value={from}
            options={own.map((f, i) => ({ value: f.fileId, label: `${i + 1}. ${f.name}` }))}
            onChange={(id?: string) => setFrom(id ?? null)}
          />
        </div>
      ) : null}
      {text.trim() === '' ? null : (
        <div aria-live="polite">
          <p>
            认出 {read.lines.length} 条{again > 0 ? `，其中 ${again} 条已经有了，不会重复加` : ''}。
          </p>
          {fresh.length > room ? (
            <Notice tone="attention">
              一份证据最多整理 {MOST_LINES} 条，还能加 {room} 条。请只粘贴要紧的部分。
            </Notice>
          ) : null}
          {fresh.length > 0 ? (
            <table className="plain-table paste-table">
              <tbody>
                {fresh.slice(0, SHOWN).map((l, i) => (
                  <tr key={`${i} ${l.content}`}>
                    <td className="num">
                      {l.date ?? '没有日期'} {l.time}
                    </td>
                    <td>{l.speaker}</td>
                    <td>{l.content}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          ) : null}
          {fresh.length > SHOWN ? <p className="grey">……共 {fresh.length} 条</p> : null}
          {read.unread.length > 0 ? (
            <Notice tone="attention" title={`前面有 ${read.unread.length} 行没认出来，不会加进来`}>
              {read.unread.slice(0, 3).join(' / ')}
            </Notice>
          ) : null}
        </div>
      )}
    </Modal>
  );
}
