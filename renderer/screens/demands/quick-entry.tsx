/** One line typed, one contact recorded: for whoever has many to enter. */
import { Input, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { parseQuickDemand, type QuickDemand } from '../../../shared/text/quick-demand.ts';
import { FieldHint } from '../../components/index.ts';
import { usePlainKey } from '../../components/use-keys.ts';
import { useToday } from '../../state/clock.ts';

export function QuickEntry({ onAdd }: { onAdd: (demand: QuickDemand) => void }) {
  const today = useToday();
  const [text, setText] = useState('');
  const input = useRef<InputRef>(null);
  usePlainKey('/', () => input.current?.focus());
  return (
    <div className="quick-entry">
      <Input
        ref={input}
        value={text}
        aria-label="快速记一条"
        aria-describedby="quick-entry-hint"
        placeholder="6-18 10:20 微信 请就30万元借款给出还款安排。答：下月还"
        onChange={(e) => setText(e.target.value)}
        onPressEnter={(e) => {
          if (e.nativeEvent.isComposing) return;
          const demand = parseQuickDemand(text, today);
          if (!demand) return;
          onAdd(demand);
          setText('');
        }}
      />
      <FieldHint id="quick-entry-hint">
        快速记一条：日期、时间、方式写在前面，接着写说了什么，“答：”后面写对方的回答，回车记下。按 /
        到这里。
      </FieldHint>
    </div>
  );
}
