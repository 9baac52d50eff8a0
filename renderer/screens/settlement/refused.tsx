/** The other side did not agree: recorded with or without a plan; its day is asked for, never assumed. */
import { Button } from 'antd';
import { DateField, Notice, Section } from '../../components/index.ts';
import { change } from '../../state/case-store.ts';
import { focusField, goScreen } from '../../state/navigation.ts';

export const REFUSED = '对方不同意分期';

/** Puts it on record without a day, and the cursor into its field. */
export function refuse(): void {
  change((d) => ({ ...d, settlement: { ...d.settlement, status: 'refused' } }), '对方没有同意');
  focusField('settlement.refusedOn', true);
}

export function Refused() {
  const again = () =>
    change(
      (d) => ({ ...d, settlement: { ...d.settlement, status: 'draft', refusedOn: null } }),
      '重新协商',
    );
  return (
    <Section title="对方没有同意">
      <DateField
        path="settlement.refusedOn"
        label="哪天拒绝的"
        past
        hint="记不清的，填大概的那天。对方的原话请记在“催收”里，拒绝也是一次到达的催收。"
      />
      <Notice action={<Button onClick={again}>重新协商</Button>}>
        以后对方愿意了，可以再谈。谈不成的，到“诉讼”里看走哪条路。
      </Notice>
      <Button type="primary" onClick={() => goScreen('suit')}>
        看走哪条路
      </Button>
    </Section>
  );
}
