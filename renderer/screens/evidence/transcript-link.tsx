/** A message or a call as a demand: recorded once, linked on both sides, with what it does to the periods. */
import { Button, Select } from 'antd';
import {
  type ItemDocument,
  type LineDocument,
  sideOf,
  withAnswer,
} from '../../../shared/case/transcript.ts';
import { dateWords } from '../../components/index.ts';
import { useCase } from '../../state/case-store.ts';
import { say, sayError } from '../../state/feedback.ts';
import { focusField } from '../../state/navigation.ts';
import { linkDemand, registerDemand, takeAsAnswer, unlinkDemand } from '../../state/transcript.ts';
import { Effects } from '../demands/effects.tsx';
import { channelWord } from '../demands/words.ts';

/** Days between two dates as typed, for the nearest first. */
const apart = (a: string | null | undefined, b: string): number =>
  Math.abs(Date.parse(a ?? '') - Date.parse(b)) || 0;

export function TranscriptLink({
  item,
  line,
  sound,
}: {
  item: ItemDocument;
  line: LineDocument;
  sound: boolean;
}) {
  const { document } = useCase();
  const demands = document.demands ?? [];
  const index = demands.findIndex((d) => d.id === line.demandId);
  const demand = demands[index];
  if (demand) {
    const words = line.content ?? '';
    const answers =
      sideOf(document, item, line.speaker) === 'other' && withAnswer(demand, words) !== demand;
    return (
      <div className="line-demand">
        <div className="line-demand-head">
          <span>
            已连上催收：{dateWords(demand.date)} {demand.time ?? ''} {channelWord(demand.channel)}
          </span>
          <span>
            {answers ? (
              <Button
                size="small"
                type="primary"
                onClick={() => {
                  takeAsAnswer(demand.id, words);
                  say('已记为对方的回复，这次催收算到达了对方');
                }}
              >
                把这句记为对方的回复
              </Button>
            ) : null}
            <Button size="small" onClick={() => focusField(`demands.${index}.content`)}>
              打开这次催收
            </Button>
            <Button size="small" type="text" onClick={() => unlinkDemand(item.id, line.id)}>
              取消关联
            </Button>
          </span>
        </div>
        <Effects demandId={demand.id} />
      </div>
    );
  }
  const register = () => {
    const done = registerDemand(item.id, line.id, sound);
    if (typeof done === 'object') sayError(done.refused);
    else say(done === 'made' ? '已登记为一次催收' : '这次催收已经记过，已连上，没有重复登记');
  };
  const near = [...demands].sort((a, b) => apart(line.date, a.date) - apart(line.date, b.date));
  return (
    <div className="line-demand">
      <Button size="small" onClick={register}>
        登记为一次催收
      </Button>
      {near.length > 0 ? (
        <Select
          size="small"
          className="line-demand-choice"
          aria-label="连到已有的催收"
          placeholder="或连到已有的催收"
          value={null}
          showSearch={{ optionFilterProp: 'label' }}
          options={near.map((d) => ({
            value: d.id,
            label: `${d.date} ${channelWord(d.channel)} ${(d.content || d.answer || '').slice(0, 18)}`,
          }))}
          onChange={(id: string | null) => {
            if (id) linkDemand(item.id, line.id, id);
          }}
        />
      ) : null}
      <span className="grey">催款或认账的话，从这一天起重新计算三年时效。</span>
    </div>
  );
}
