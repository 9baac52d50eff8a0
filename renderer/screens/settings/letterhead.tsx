/** The firm's own letterhead: a Word file whose headers and footers the written papers get. */
import { Button } from 'antd';
import { useState } from 'react';
import { call, errorText } from '../../bridge.ts';
import { Notice, Section } from '../../components/index.ts';
import { say, sayError } from '../../state/feedback.ts';
import { takeSettings } from '../../state/session.ts';

export function LetterheadChoice({ name }: { name: string }) {
  const [error, setError] = useState('');
  const choose = async () => {
    setError('');
    try {
      const settings = await call('letterhead.choose', {});
      if (!settings) return;
      takeSettings(settings);
      say('信纸已换上');
    } catch (e) {
      setError(errorText(e));
    }
  };
  const remove = async () => {
    setError('');
    try {
      takeSettings(await call('letterhead.remove', {}));
      say('不再用信纸');
    } catch (e) {
      sayError(e);
    }
  };
  return (
    <Section
      title="信纸"
      lead="有自己抬头信纸的，选一个 Word 文档（.docx）：叙述式文书和函件导出成 Word 时，用它的页眉、页脚和页边距。表格式文书和 PDF 不变。"
      actions={
        <>
          {name ? (
            <Button type="text" onClick={() => void remove()}>
              不用信纸
            </Button>
          ) : null}
          <Button onClick={() => void choose()}>{name ? '换一个' : '选择信纸'}</Button>
        </>
      }
    >
      <p className="grey path-line">{name ? `正在用：${name}` : '还没有选。'}</p>
      {error ? (
        <Notice tone="attention" title="这个文件不能当信纸">
          {error}
        </Notice>
      ) : null}
    </Section>
  );
}
