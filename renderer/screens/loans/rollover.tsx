/** 换过借条: earlier interest written into a new note (Art. 27). */
import { Button } from 'antd';
import { DateField, MoneyField, RateField } from '../../components/index.ts';
import { update } from '../../state/case-store.ts';

export function Rollover({ at, has }: { at: string; has: boolean }) {
  const path = `${at}.rollover`;
  return (
    <>
      <div className="section-head">
        <h3>结算后换过借条</h3>
        <Button
          size="small"
          onClick={() =>
            update(
              path,
              has ? null : { settledOn: '', noteAmount: '', earlierRate: null },
              has ? '没有换过借条' : '换过借条',
            )
          }
        >
          {has ? '没有换过' : '换过'}
        </Button>
      </div>
      {has ? (
        <>
          <p className="section-lead">
            到期日和利率填新借条的；“流水”里仍录最初真正转出去的钱。没有超过上限的前期利息才能算进本金，本息合计也有上限。
          </p>
          <DateField path={`${path}.settledOn`} label="结算、写新借条的日期" required />
          <MoneyField
            path={`${path}.noteAmount`}
            label="新借条上写的金额"
            required
            hint="含写进去的前期利息。"
          />
          <RateField
            path={`${path}.earlierRate`}
            label="前期约定的利率"
            hint="没有约定利息的空着：前期利息就不能算进本金。"
          />
        </>
      ) : (
        <p className="grey">没有换过。</p>
      )}
    </>
  );
}
