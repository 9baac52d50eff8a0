/** Above the list: what was not taken in, what belongs together, and what the check of the files found. */
import { Button } from 'antd';
import { Notice } from '../../components/index.ts';
import { forgetChat, forgetRefused } from '../../state/evidence-files.ts';
import { byReason, type Refused } from '../../state/refused.ts';

export function RefusedNotice({ refused }: { refused: readonly Refused[] }) {
  if (refused.length === 0) return null;
  return (
    <Notice
      tone="attention"
      title={`有 ${refused.length} 个文件没有收进来`}
      action={
        <Button size="small" onClick={forgetRefused}>
          知道了
        </Button>
      }
    >
      <ul className="plain-list refused-list">
        {byReason(refused).map(({ names, message }) => (
          <li key={message}>
            {names}：{message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** Pictures just taken in that may be one chat: made one exhibit by a click, never by themselves. */
export function ChatOffer({ ids, onCombine }: { ids: readonly string[]; onCombine: () => void }) {
  if (ids.length < 2) return null;
  return (
    <Notice
      tone="note"
      title={`刚加入的 ${ids.length} 张图片像是手机截图，同一段聊天的放在一份证据里`}
      action={
        <span>
          <Button size="small" onClick={onCombine}>
            合成一份聊天证据
          </Button>{' '}
          <Button size="small" type="text" onClick={forgetChat}>
            不是，分开放
          </Button>
        </span>
      }
    />
  );
}

/** Files whose bytes are no longer those taken in: said until it is closed, not for a moment. */
export function BrokenNotice({
  names,
  onClose,
}: {
  names: readonly string[];
  onClose: () => void;
}) {
  if (names.length === 0) return null;
  return (
    <Notice
      tone="urgent"
      title={`有 ${names.length} 个文件与取入时不一致，可能已损坏`}
      action={
        <Button size="small" onClick={onClose}>
          知道了
        </Button>
      }
    >
      <p>{names.join('、')}</p>
      <p>
        请从手机、原来的光盘或 U
        盘重新添加完好的文件；也可以从备份恢复。在换好之前，不要用这些文件生成证据册。
      </p>
    </Notice>
  );
}
