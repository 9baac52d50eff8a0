/** What the guard says of a contact while it is typed: the rule, whether it binds, and a lawful way. */
import { Button } from 'antd';
import type { Finding } from '../../../shared/law/conduct.ts';
import { dateWords, Notice } from '../../components/index.ts';
import { goScreen } from '../../state/navigation.ts';
import '../../theme/blocks.css';

const LEVEL = { law: '法律禁止或者限制', practice: '良好做法' } as const;

export function ConductNote({
  findings,
  sent,
  onReword,
  onMoment,
}: {
  findings: readonly Finding[];
  /** It has happened: it is kept as it was, and only what comes next can be put better. */
  sent: boolean;
  onReword: () => void;
  onMoment: (moment: { date: string; time: string }) => void;
}) {
  const moment = findings.find((f) => f.moment)?.moment;
  const worded = findings.some((f) => f.found);
  return (
    <section className="conduct" aria-label="催收规范" aria-live="polite">
      {findings.length > 0 ? (
        <div className="conduct-acts">
          {worded ? (
            <Button type="primary" onClick={onReword}>
              {sent ? '另起草一条合法的' : '换成合法的说法'}
            </Button>
          ) : null}
          {moment && !sent ? (
            <Button onClick={() => onMoment(moment)}>
              改到 {dateWords(moment.date)} {moment.time}
            </Button>
          ) : null}
          {findings.some((f) => f.level === 'law') ? (
            <Button onClick={() => goScreen('suit')}>不再催，准备起诉</Button>
          ) : null}
        </div>
      ) : null}
      {findings.map((f) => (
        <Notice
          key={`${f.rule} ${f.source}`}
          tone={f.level === 'law' ? 'urgent' : 'attention'}
          title={
            <>
              {LEVEL[f.level]}
              {f.found ? `：“${f.found.words}”` : ''}
            </>
          }
        >
          <p className="plain-para">
            {f.text}
            <span className="law-ref">{f.source}</span>
          </p>
          <p className="plain-para">可以这样：{f.proposal}</p>
        </Notice>
      ))}
      {sent && findings.length > 0 ? (
        <p className="grey">
          已经发生的照实记录，不要改动或者删除原话；这份提示只在软件里，不会印到材料上。
        </p>
      ) : null}
    </section>
  );
}
