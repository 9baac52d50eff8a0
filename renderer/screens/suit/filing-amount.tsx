/** The claim as it stands on the day of filing, and the fee that follows from it. */
import { Button } from 'antd';
import { filingFee } from '../../../shared/claim/filing-fee.ts';
import { Amount, dateWords, Notice } from '../../components/index.ts';
import { update, useCase } from '../../state/case-store.ts';
import { useClaim } from '../../state/claim.ts';
import { goScreen } from '../../state/navigation.ts';

export function FilingAmount() {
  const { lastGood } = useCase();
  const { claim } = useClaim();
  if (!lastGood || !claim) return null;
  const { filedOn } = lastGood.suit;
  const { fee, halved, order } = filingFee(lastGood, claim.total);
  const off = filedOn !== null && claim.asOf !== filedOn;
  return (
    <Notice
      tone={off ? 'attention' : 'note'}
      title={
        <>
          标的额 <Amount fen={claim.total} />，{order ? '支付令申请费' : '案件受理费'}
          {halved ? '（减半）' : ''} <Amount fen={fee} />
        </>
      }
      action={
        off ? (
          <Button onClick={() => update('claim.asOf', filedOn, '利息算到起诉日')}>
            改为算到起诉日
          </Button>
        ) : (
          <Button type="text" onClick={() => goScreen('claim')}>
            看怎么算
          </Button>
        )
      }
    >
      利息暂算到{dateWords(claim.asOf)}。
      {off ? '它和提交起诉状的日期不一样；标的额和受理费应按起诉那天算。' : ''}
    </Notice>
  );
}
