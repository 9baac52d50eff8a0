/** Why today's figure is what it is: by the judgment, or by the loan. */
import { WhyClaim, WhyDrawer } from '../../components/why.tsx';
import type { OwedToday } from '../../state/claim.ts';
import { EnforcementWhy } from '../enforcement/owed.tsx';

export function OwedWhy({
  open,
  onClose,
  owed,
}: {
  open: boolean;
  onClose: () => void;
  owed: OwedToday;
}) {
  return (
    <WhyDrawer open={open} onClose={onClose} title="今天欠多少，怎么算出来的">
      {owed.enforced ? (
        <EnforcementWhy x={owed.enforced} />
      ) : owed.claim ? (
        <WhyClaim claim={owed.claim} />
      ) : null}
    </WhyDrawer>
  );
}
