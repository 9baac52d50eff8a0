/** 请求计算: the figures of the claim, the choices behind them, and every stretch of the sum. */
import { Button } from 'antd';
import type { Case } from '../../../shared/case/case.ts';
import type { Claim } from '../../../shared/claim/types.ts';
import { DateField, Empty, Notice, Page, Section } from '../../components/index.ts';
import { useCase } from '../../state/case-store.ts';
import { useClaim } from '../../state/claim.ts';
import { focusField, goPage, goScreen } from '../../state/navigation.ts';
import { Background } from './background.tsx';
import { ChoiceField } from './choice-field.tsx';
import { CHOICES, type Choice } from './choices.ts';
import '../../theme/blocks.css';
import './claim.css';
import { Figures } from './figures.tsx';
import { Costs, CourtFees, OtherRequests } from './requests.tsx';
import { Repayments, Segments } from './tables.tsx';

const LEAD = '请求法院判多少，每一分钱都能说出理由。数字由您填的事实算出，改了事实就跟着变。';

/** Choices that can change nothing in this case are not asked. */
function relevant(choice: Choice, c: Case | null, claim: Claim): boolean {
  const keys = claim.alternatives.map((a) => a.key);
  if (choice.key === 'oldRules') return claim.asksOldRules || keys.includes('oldRules');
  if (choice.key === 'costsUnderCap') return keys.includes('costsUnderCap');
  if (choice.key !== 'lprAnchor') return true;
  const bare = c?.loans.some((l) => l.interest !== 'agreed' && l.overdueRate === null) ?? false;
  return bare || keys.some((k) => k.startsWith('lprAnchor.'));
}

export default function ClaimScreen() {
  const { claim, reason, path, screen, stale } = useClaim();
  const { lastGood } = useCase();
  if (!claim) {
    return (
      <Page title="请求计算" lead={LEAD}>
        <Empty
          sentence={reason}
          example="本金300,000元，逾期利息按一年期 LPR 从到期次日算起。"
          action={
            <Button type="primary" onClick={() => (path ? focusField(path) : goScreen(screen))}>
              去填写
            </Button>
          }
        />
      </Page>
    );
  }
  const unverified = claim.warnings.some((w) => w.text.includes('LPR'));
  return (
    <Page title="请求计算" lead={LEAD} wide>
      <div className="claim-body">
        {stale ? (
          <Notice tone="attention">
            有的地方还没填好，下面的数字没有算进这些地方；哪几处，见概览。
          </Notice>
        ) : null}
        <div className="claim-top">
          <Figures claim={claim} />
          <DateField
            path="claim.asOf"
            label="利息暂算到"
            hint="空着就算到今天。起诉状里写明暂计到哪天，之后的利息另行请求到付清为止。"
            placeholder={claim.asOf}
          />
        </div>
        {claim.warnings.map((w) => (
          <Notice
            key={w.code + w.text}
            tone="attention"
            action={
              unverified && w.text.includes('LPR') ? (
                <Button onClick={() => goPage('settings')}>录入 LPR</Button>
              ) : undefined
            }
          >
            {w.text}
            {w.article ? <span className="law-ref">{w.article}</span> : null}
          </Notice>
        ))}
        <Section
          title="可以选的算法"
          lead="法律没有说死的地方，由您选。右边是选它以后的合计。拿不准就用“建议”的。"
        >
          {CHOICES.filter((choice) => relevant(choice, lastGood, claim)).map((choice) => (
            <ChoiceField key={choice.key} choice={choice} claim={claim} />
          ))}
        </Section>
        <Section
          title="已还的钱冲了什么"
          lead="没有另外约定的，先冲费用，再冲到那天为止的合法利息，剩下的冲本金。"
        >
          <Repayments claim={claim} />
        </Section>
        <Section title="利息一段一段怎么算" lead={claim.countText}>
          <Segments claim={claim} />
        </Section>
        <Section title="要交多少诉讼费">
          <CourtFees claim={claim} />
        </Section>
        <Section title="实现债权的费用" lead="约定了、付了、数额合理的，才可以要求对方承担。">
          <div className="narrow">
            <Costs claim={claim} />
          </div>
        </Section>
        <Background />
        <Section title="其他请求">
          <div className="narrow">
            <OtherRequests />
          </div>
        </Section>
      </div>
    </Page>
  );
}
