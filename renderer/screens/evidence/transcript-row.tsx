/** One line of a transcript: read, or open for typing. */
import { AutoComplete, Button, Checkbox, Input, InputNumber, Select } from 'antd';
import type { InputRef } from 'antd/es/input';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import type { RefSelectProps } from 'antd/es/select';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { EvidenceFile } from '../../../shared/api.ts';
import { parseChat } from '../../../shared/case/chat-paste.ts';
import type { ItemDocument, LineDocument } from '../../../shared/case/transcript.ts';
import { StateTag } from '../../components/index.ts';
import { dateText, timeText } from '../../components/normalise.ts';
import { useCase } from '../../state/case-store.ts';
import { sayError } from '../../state/feedback.ts';
import { currentMediaTime, mediaSeconds, mediaTime } from '../../state/viewer.ts';
import { TranscriptLink } from './transcript-link.tsx';

export type LineField = 'date' | 'time' | 'speaker' | 'content';

interface ReadProps {
  line: LineDocument;
  number: number;
  /** Its file: 截图 3, with the page of a PDF. */
  place: string;
  linked: boolean;
  bad: boolean;
  sound: boolean;
  onOpen: (field: LineField) => void;
}

/** A line at rest; a click or Enter opens it. */
export function ReadLine({ line, number, place, linked, bad, sound, onOpen }: ReadProps) {
  return (
    <tr className="line" data-line={line.id}>
      <td className="num line-when">
        <button
          type="button"
          className="row-key"
          aria-label={`改第 ${number} 条`}
          onClick={() => onOpen('content')}
        >
          {line.date ? <span className="grey">{line.date}</span> : null}
          <span>{line.time || '—'}</span>
        </button>
      </td>
      <td>
        <button type="button" className="line-cell" tabIndex={-1} onClick={() => onOpen('speaker')}>
          {line.speaker || <span className="grey">没写</span>}
        </button>
      </td>
      <td className="line-words">
        <button type="button" className="line-cell" tabIndex={-1} onClick={() => onOpen('content')}>
          {line.content || <span className="grey">没写内容</span>}
        </button>
        {bad ? <StateTag state="attention" /> : null}
        {linked ? <StateTag state="complete" word="已连催收" /> : null}
        {sound || (line.quoted ?? true) ? null : <span className="grey">（不印）</span>}
      </td>
      <td className="grey line-place">{place}</td>
    </tr>
  );
}

interface EditProps {
  path: string;
  item: ItemDocument;
  line: LineDocument;
  number: number;
  files: readonly EvidenceFile[];
  speakers: readonly string[];
  sound: boolean;
  field: LineField;
  /** Counts requests for the cursor. */
  asked: number;
  onNext: () => void;
  onStep: (by: -1 | 1) => void;
  onInsert: () => void;
  onRemove: () => void;
  onPaste: (text: string) => void;
}

export function EditLine(p: EditProps) {
  const { update, flush, problemsUnder } = useCase();
  const { path, line, item, sound } = p;
  const date = useRef<InputRef>(null);
  const time = useRef<InputRef>(null);
  const speaker = useRef<RefSelectProps>(null);
  const content = useRef<TextAreaRef>(null);
  const { asked, field } = p;
  const answered = useRef(-1);
  useEffect(() => {
    if (answered.current === asked) return;
    answered.current = asked;
    ({ date, time, speaker, content })[field].current?.focus();
  }, [asked, field]);
  const set = (key: string, value: unknown, label: string) =>
    update(`${path}.${key}`, value, label);
  const takeTime = () => {
    const now = currentMediaTime();
    if (now) set('time', now.time, '记下播放时间');
    else sayError('右边没有打开录音。请先在右边打开这段录音，再记时间');
  };
  const neatTime = (typed: string): string => {
    const seconds = sound ? mediaSeconds(typed) : null;
    return seconds === null ? timeText(typed) : mediaTime(seconds);
  };
  const onKey = (e: KeyboardEvent) => {
    if (e.nativeEvent.isComposing) return;
    if (e.altKey && (e.key === 'ArrowUp' || e.key === 'ArrowDown')) {
      e.preventDefault();
      p.onStep(e.key === 'ArrowUp' ? -1 : 1);
    } else if (e.altKey && e.key.toLowerCase() === 't' && sound) {
      e.preventDefault();
      takeTime();
    }
  };
  const enter = (e: KeyboardEvent, next: () => void) => {
    if (e.key !== 'Enter' || e.shiftKey || e.altKey || e.nativeEvent.isComposing) return;
    e.preventDefault();
    void flush();
    next();
  };
  const names = p.speakers;
  const problems = problemsUnder(path);
  const fileIds = item.fileIds ?? [];
  const places = fileIds.flatMap((id, i) => {
    const file = p.files.find((f) => f.fileId === id);
    return file ? [{ value: id, label: `${i + 1}. ${file.name}` }] : [];
  });
  const file = p.files.find((f) => f.fileId === line.fileId);
  const paged = (file?.pages ?? 1) > 1;
  return (
    <>
      <tr className="line line-open" data-line={line.id} onKeyDown={onKey}>
        <td className="line-when">
          <Input
            size="small"
            ref={date}
            value={line.date ?? ''}
            aria-label={`第 ${p.number} 条的日期`}
            placeholder="年-月-日"
            onChange={(e) => set('date', e.target.value || null, '修改日期')}
            onBlur={(e) => {
              const neat = dateText(e.target.value);
              if (neat !== (line.date ?? '')) set('date', neat || null, '修改日期');
              void flush();
            }}
            onKeyDown={(e) => enter(e, () => time.current?.focus())}
          />
          <Input
            size="small"
            ref={time}
            value={line.time ?? ''}
            aria-label={`第 ${p.number} 条的时间`}
            placeholder={sound ? '分:秒' : '时:分'}
            onChange={(e) => set('time', e.target.value, '修改时间')}
            onBlur={(e) => {
              const neat = neatTime(e.target.value);
              if (neat !== (line.time ?? '')) set('time', neat, '修改时间');
              void flush();
            }}
            onKeyDown={(e) => enter(e, () => speaker.current?.focus())}
          />
          {sound ? (
            <Button size="small" type="link" className="inline-link" onClick={takeTime}>
              用播放的时间
            </Button>
          ) : null}
        </td>
        <td>
          <AutoComplete
            ref={speaker}
            size="small"
            value={line.speaker ?? ''}
            aria-label={`第 ${p.number} 条的说话人`}
            placeholder={names.length > 0 ? '按 1、2' : '姓名'}
            options={names.map((value, i) => ({ value, label: `${i + 1} ${value}` }))}
            style={{ width: '100%' }}
            popupMatchSelectWidth={false}
            onChange={(value: string) => {
              // A single figure chooses a name; no one is called 1.
              const chosen = /^[1-9]$/.test(value) ? names[Number(value) - 1] : undefined;
              set('speaker', chosen ?? value, '修改说话人');
              if (chosen) content.current?.focus();
            }}
            onSelect={() => content.current?.focus()}
            onBlur={() => void flush()}
          />
        </td>
        <td colSpan={2}>
          <Input.TextArea
            ref={content}
            value={line.content ?? ''}
            aria-label={`第 ${p.number} 条的内容`}
            placeholder="照原话写，一字不改。回车写下一条"
            autoSize={{ minRows: 2, maxRows: 12 }}
            onChange={(e) => set('content', e.target.value, '修改内容')}
            onBlur={() => void flush()}
            onKeyDown={(e) => enter(e, p.onNext)}
            onPaste={(e) => {
              const text = e.clipboardData.getData('text/plain');
              if (parseChat(text, names).lines.length < 2) return;
              e.preventDefault();
              p.onPaste(text);
            }}
          />
        </td>
      </tr>
      <tr className="line-more">
        <td colSpan={4} onKeyDown={onKey}>
          {problems.map((x) => (
            <div key={x.path + x.message} className="field-error" role="alert">
              {x.message}
            </div>
          ))}
          <div className="line-tools">
            {places.length > 0 ? (
              <Select
                size="small"
                className="line-file"
                aria-label={`第 ${p.number} 条在哪个文件`}
                placeholder="在哪个文件"
                allowClear
                value={file ? line.fileId : null}
                options={places}
                onChange={(id?: string) => {
                  set('fileId', id ?? null, '修改所在文件');
                  if (id !== line.fileId) set('page', 1, '修改所在文件');
                }}
              />
            ) : null}
            {paged ? (
              <InputNumber
                size="small"
                className="line-page"
                aria-label={`第 ${p.number} 条在第几页`}
                prefix="第"
                suffix="页"
                min={1}
                max={file?.pages ?? 1}
                value={line.page ?? 1}
                onChange={(n) => set('page', n ?? 1, '修改页码')}
              />
            ) : null}
            {sound ? null : (
              <Checkbox
                checked={line.quoted ?? true}
                onChange={(e) => set('quoted', e.target.checked, '修改是否印出')}
              >
                印进摘录表
              </Checkbox>
            )}
            <span className="line-acts">
              <Button size="small" type="text" onClick={p.onInsert}>
                在下面加一条
              </Button>
              <Button size="small" type="text" onClick={p.onRemove}>
                删除这条
              </Button>
            </span>
          </div>
          <TranscriptLink item={item} line={line} sound={sound} />
        </td>
      </tr>
    </>
  );
}
