/** 失信评估: the six grounds set against the records, what is missing, and what speaks against. */
import { Button, Select } from 'antd';
import { useState } from 'react';
import type { Case } from '../../../shared/case/case.ts';
import {
  assess,
  debtors,
  type Assessment as Judged,
  VERDICT_TEXT,
} from '../../../shared/law/dishonest-list.ts';
import { Empty, Notice, Page, PageIndex, Section, StateTag } from '../../components/index.ts';
import { useCase } from '../../state/case-store.ts';
import { useToday } from '../../state/clock.ts';
import { goPaper, goScreen } from '../../state/navigation.ts';
import { leaveAssessment } from '../../state/way-back.ts';
import { outstandingOf, useLprEntries } from '../enforcement/figures.ts';
import { Checks, ExclusionQuestions } from './checks.tsx';
import { Consumption } from './consumption.tsx';
import { CriterionCard } from './criterion-card.tsx';
import '../../theme/blocks.css';
import './dishonest.css';
import { verdictState } from './verdict.ts';

const LEAD = '名单由法院依法决定。这里只核对您手里的事实和证据，够哪一项、缺什么、哪些对您不利。';

const PARTS = [
  ['list-before', '一般条件'],
  ['list-excluded', '不得列入'],
  ['list-grounds', '六种情形'],
  ['list-consumption', '限制消费'],
  ['list-measures', '更重的措施'],
] as const;

export default function DishonestScreen() {
  const { lastGood } = useCase();
  if (!lastGood || lastGood.parties.every((p) => p.role === 'lender')) {
    return (
      <Page title="失信评估" lead={LEAD}>
        <Empty
          sentence="先填写借款人，才能评估。"
          example="李某，有固定工资，判决生效后买了新车，却一分不还：这是“有履行能力而拒不履行”的事实。"
          action={
            <Button type="primary" onClick={() => goScreen('parties')}>
              填写当事人
            </Button>
          }
        />
      </Page>
    );
  }
  return <Assessment c={lastGood} />;
}

function Assessment({ c }: { c: Case }) {
  const today = useToday();
  const [chosen, setChosen] = useState<string | null>(null);
  const people = debtors(c);
  const outstanding = outstandingOf(c, today, useLprEntries());
  const a = assess(c, today, {
    outstanding,
    ...(chosen !== null && people.some((p) => p.id === chosen) ? { partyId: chosen } : {}),
  });
  const noun = a.name || '被执行人';
  const about = people.length > 1 && a.partyId !== null ? { partyId: a.partyId } : {};
  const listed = Boolean(c.enforcement?.listedOn || c.enforcement?.delistedOn);
  const later = (code: string) => code === 'leverage' || (code === 'sixMonths' && !listed);
  return (
    <Page
      title="失信评估"
      lead={LEAD}
      actions={
        people.length > 1 ? (
          <Select
            aria-label="评估哪一位被执行人"
            value={a.partyId}
            style={{ minWidth: 160 }}
            options={people.map((p) => ({ value: p.id, label: p.name }))}
            onChange={(v: string) => setChosen(v)}
          />
        ) : undefined
      }
    >
      <PageIndex parts={PARTS} />
      <Summary noun={noun} a={a} />
      {a.warnings
        .filter((w) => !later(w.code))
        .map((w) => (
          <Notice key={w.code} tone="attention">
            {w.text}
            {w.article ? <span className="law-ref">{w.article}</span> : null}
          </Notice>
        ))}
      <Section id="list-before" title="先看一般条件" lead="六种情形都要先满足这四项。">
        <Checks checks={a.preconditions} />
      </Section>
      <Section
        id="list-excluded"
        title="不得列入的情形"
        lead="法院会先看有没有这些情形。请照实回答；没有回答，第一种情形就不能成立。"
      >
        <ExclusionQuestions checks={a.exclusions} />
      </Section>
      <Section id="list-grounds" title="六种情形" lead="一项成立就可以申请。没有发生过的事不要写。">
        {a.grounds.map((g) => (
          <CriterionCard key={g.ground} view={g} c={c} {...about} />
        ))}
      </Section>
      <Section title="申请之前请想清楚">
        {a.warnings
          .filter((w) => later(w.code))
          .map((w) => (
            <p key={w.code} className="plain-para">
              {w.text}
              {w.article ? <span className="law-ref">{w.article}</span> : null}
            </p>
          ))}
        <p className="plain-para grey">
          申请要书面提出，写明属于哪一项和事实、证据；法院十五日内审查决定。
        </p>
      </Section>
      <Section
        id="list-consumption"
        title="限制消费"
        actions={
          a.consumption.issued ? (
            <StateTag state="complete" word="已发出" />
          ) : (
            <StateTag
              state={verdictState(a.consumption.verdict)}
              word={
                a.consumption.verdict === 'met' ? '可以申请' : VERDICT_TEXT[a.consumption.verdict]
              }
            />
          )
        }
      >
        <Consumption view={a.consumption} />
      </Section>
      <Section
        id="list-measures"
        title="更重的措施"
        lead="只在有具体的事实和证据时才申请；只是没有还钱都不够。是否采取由法院、公安机关决定，不要在催收里拿它们相逼。"
      >
        {a.measures.map((m) => (
          <CriterionCard key={m.measure} view={m} c={c} notes={m.notes} {...about} />
        ))}
      </Section>
    </Page>
  );
}

const APPLICATION = 'dishonest-list-application';

function Summary({ noun, a }: { noun: string; a: Judged }) {
  const met = a.grounds.filter((g) => g.verdict === 'met');
  const inHand = met.filter((g) => g.askFor.length === 0);
  if (a.ready) {
    const ask = [...new Set(met.flatMap((g) => g.askFor))].join('、');
    return (
      <Notice
        tone="done"
        title={
          inHand.length > 0
            ? `对${noun}，记录里有 ${met.length} 种情形可以申请`
            : `对${noun}，记录里有 ${met.length} 种情形可以申请，但证据还不在您手里`
        }
        action={<Button onClick={() => goPaper(APPLICATION)}>打开申请书</Button>}
      >
        {inHand.length > 0
          ? `“${inHand.map((g) => g.short).join('”“')}”有事实，也挂上了证据。`
          : `现在靠的是您的记录和法院的卷宗。最好先向执行法官要到${ask}，加到“证据”里。`}
        是否列入由法院决定。
      </Notice>
    );
  }
  if (met.length > 0) {
    return (
      <Notice
        tone="attention"
        title={`有 ${met.length} 种情形可以申请，还缺执行案号`}
        action={
          <Button onClick={() => leaveAssessment('enforcement.caseNumber')}>填写执行案号</Button>
        }
      />
    );
  }
  const { first } = a;
  if (first !== null) {
    return (
      <Notice
        title={first.title}
        action={<Button onClick={() => leaveAssessment(first.path)}>{first.action}</Button>}
      >
        {first.text}
      </Notice>
    );
  }
  return (
    <Notice
      title={`按现有记录，对${noun}还不能申请列入名单`}
      action={
        a.grounds.some((g) => g.begun) ? (
          <Button onClick={() => goPaper(APPLICATION)}>看申请书还缺什么</Button>
        ) : undefined
      }
    >
      下面逐项写了缺什么。没有能力还钱的人不应当列入；您仍然可以继续执行和查找财产。
    </Notice>
  );
}
