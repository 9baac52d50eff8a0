/** A message or a call as a demand: recorded once, linked on both sides, with what it does to the periods. */
import { Button, Select } from 'antd';
import {
  type ItemDocument,
  type LineDocument,
  sideOf,
  withAnswer,
} from '../../../shared/case/transcript.ts';
import { DateField, dateWords, RadioField } from '../../components/index.ts';
import { undo, useCase } from '../../state/case-store.ts';
import { say, sayError, sayWith } from '../../state/feedback.ts';
import { focusField } from '../../state/navigation.ts';
import {
  answerDemand,
  linkDemand,
  nameSpeaker,
  registerDemand,
  takeAsAnswer,
  unlinkDemand,
} from '../../state/transcript.ts';
import { demandsBefore } from '../../state/transcript-edits.ts';
import { Effects } from '../demands/effects.tsx';
import { channelWord, outcomes } from '../demands/words.ts';

/** Days between two dates as typed, for the nearest first. */
const apart = (a: string | null | undefined, b: string): number =>
  Math.abs(Date.parse(a ?? '') - Date.parse(b)) || 0;

interface LinkProps {
  item: ItemDocument;
  line: LineDocument;
  sound: boolean;
}

/** A message about what was done, with a way back. */
const sayUndo = (text: string): void =>
  sayWith((close) => (
    <span>
      {text}
      <Button
        type="link"
        size="small"
        onClick={() => {
          undo();
          close();
        }}
      >
        撤销
      </Button>
    </span>
  ));

export function TranscriptLink({ item, line, sound }: LinkProps) {
  const { document } = useCase();
  const index = (document.demands ?? []).findIndex((d) => d.id === line.demandId);
  if (index >= 0) return <Linked item={item} line={line} sound={sound} index={index} />;
  if ((line.content ?? '').trim() === '')
    return (
      <div className="line-demand grey">
        写好说话人和内容：您催款的话可以登记成一次催收，对方的话可以记为回复。
      </div>
    );
  const side = sideOf(document, item, line.speaker);
  if (side === null) return <WhoSpeaks item={item} line={line} />;
  return side === 'own' ? (
    <OwnWords item={item} line={line} sound={sound} />
  ) : (
    <OtherWords item={item} line={line} sound={sound} />
  );
}

/** The demand of the line; where the debtor has answered, what came of it. */
function Linked({ item, line, sound, index }: LinkProps & { index: number }) {
  const { document } = useCase();
  const demand = document.demands?.[index];
  if (!demand) return null;
  const at = `demands.${index}`;
  const words = line.content ?? '';
  const answers =
    sideOf(document, item, line.speaker) === 'other' && withAnswer(demand, words) !== demand;
  const unlink = () =>
    sayUndo(
      unlinkDemand(item.id, line.id, sound)
        ? '已取消关联，由这一条登记的催收也去掉了'
        : '已取消关联。这次催收还留在“催收”里，不要了请到那里删除',
    );
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
          <Button size="small" onClick={() => focusField(`${at}.content`)}>
            打开这次催收
          </Button>
          <Button size="small" type="text" onClick={unlink}>
            取消关联
          </Button>
        </span>
      </div>
      {(demand.answer ?? '').trim() === '' ? null : (
        <div className="line-outcome">
          <RadioField
            path={`${at}.outcome`}
            label="对方这样回，结果是"
            options={outcomes}
            hint={
              demand.outcome === undefined
                ? '请选一个。不选按“没有表态”记。答应还、还了一部分的，时效也从那天重新算。'
                : ''
            }
          />
          {demand.outcome === 'promise' ? (
            <DateField
              path={`${at}.promisedFor`}
              label="答应哪天还"
              hint="到那天会提醒您；没有说哪天的，空着。"
            />
          ) : null}
        </div>
      )}
      <Effects demandId={demand.id} />
    </div>
  );
}

/** Whose words decides what they can be, so a name that is nobody's is asked about. */
function WhoSpeaks({ item, line }: Omit<LinkProps, 'sound'>) {
  const { document } = useCase();
  const names = (roles: readonly string[], otherwise: string): string[] => {
    const found = (document.parties ?? []).flatMap((p) =>
      roles.includes(p.role) && p.name?.trim() ? [p.name.trim()] : [],
    );
    return found.length > 0 ? found : [otherwise];
  };
  const choice = (name: string) => (
    <Button key={name} size="small" onClick={() => nameSpeaker(item.id, line.id, name)}>
      {name}
    </Button>
  );
  return (
    <div className="line-demand line-who-asked">
      <span>这句是谁说的？</span>
      {names(['lender'], '我').map(choice)}
      {names(['borrower', 'guarantor'], '对方').map(choice)}
      <span className="grey">
        {line.speaker
          ? `还不知道“${line.speaker}”是谁。选好以后，这份证据里同名的一起改。`
          : '您催款的话可以登记成一次催收，对方的话可以记为回复。'}
      </span>
    </div>
  );
}

interface DemandChoiceProps {
  label: string;
  placeholder: string;
  line: LineDocument;
  demands: ReturnType<typeof demandsBefore>;
  onChoose: (id: string) => void;
}

/** The demands on record, those nearest to the line's day first. */
function DemandChoice({ label, placeholder, line, demands, onChoose }: DemandChoiceProps) {
  if (demands.length === 0) return null;
  const near = [...demands].sort((a, b) => apart(line.date, a.date) - apart(line.date, b.date));
  return (
    <Select
      size="small"
      className="line-demand-choice"
      aria-label={label}
      placeholder={placeholder}
      value={null}
      showSearch={{ optionFilterProp: 'label' }}
      options={near.map((d) => ({
        value: d.id,
        label: `${d.date} ${channelWord(d.channel)} ${(d.content || d.answer || '').slice(0, 18)}`,
      }))}
      onChange={(id: string | null) => {
        if (id) onChoose(id);
      }}
    />
  );
}

function OwnWords({ item, line, sound }: LinkProps) {
  const { document } = useCase();
  const register = () => {
    const done = registerDemand(item.id, line.id, sound);
    if (typeof done === 'object') sayError(done.refused);
    else say(done === 'made' ? '已登记为一次催收' : '这次催收已经记过，已连上，没有重复登记');
  };
  return (
    <div className="line-demand">
      <Button size="small" onClick={register}>
        登记为一次催收
      </Button>
      <DemandChoice
        label="连到已有的催收"
        placeholder="或连到已有的催收"
        line={line}
        demands={document.demands ?? []}
        onChoose={(id) => linkDemand(item.id, line.id, id)}
      />
      <span className="grey">催款的话，到达对方以后重新计算三年时效。</span>
    </div>
  );
}

/** The debtor's words are no demand: they answer one, or admit the debt without having been asked. */
function OtherWords({ item, line, sound }: LinkProps) {
  const { document } = useCase();
  const admit = () => {
    const done = registerDemand(item.id, line.id, sound);
    if (typeof done === 'object') sayError(done.refused);
    else if (done === 'made') say('已记下对方认账的话，请接着选结果');
    else say('这句话已经记过，已连上，没有重复登记');
  };
  return (
    <div className="line-demand">
      <DemandChoice
        label="记为哪次催收的回复"
        placeholder="记为哪次催收的回复"
        line={line}
        demands={demandsBefore(document, line.date)}
        onChoose={(id) => {
          answerDemand(item.id, line.id, id);
          say('已记为对方的回复，这次催收算到达了对方，请接着选结果');
        }}
      />
      <Button size="small" onClick={admit}>
        没催，对方自己认的账
      </Button>
      <span className="grey">只记认账、答应还、拒绝还的话；借钱时的话不用记。</span>
    </div>
  );
}
