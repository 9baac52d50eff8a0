/** Money received after the judgment: each row typed in place. */
import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import {
  Advice,
  DateField,
  MoneyField,
  Section,
  sayRemoved,
  TextField,
} from '../../components/index.ts';
import { addRecord, removeRecords, useCase } from '../../state/case-store.ts';
import { focusField } from '../../state/navigation.ts';

export function Payments() {
  const { document } = useCase();
  const payments = document.enforcement?.payments ?? [];
  return (
    <Section
      title="判决后收到的钱"
      id="enforcement-payments"
      lead="对方直接付给您的都要记；法院扣划、拍卖的记在上面“扣划、拍卖、分配”。先冲抵判决确定的款项，最后才冲抵加倍利息。"
      actions={
        <Button
          icon={<PlusOutlined />}
          onClick={() => {
            addRecord('enforcement.payments', { date: '', amount: '', note: '' }, '加一笔收款');
            focusField(`enforcement.payments.${payments.length}.date`);
          }}
        >
          加一笔收款
        </Button>
      }
    >
      {payments.length === 0 ? <p className="grey">还没有收到过。</p> : null}
      {payments.map((p, i) => {
        const path = `enforcement.payments.${i}`;
        return (
          <div key={p.id} className="payment">
            <DateField path={`${path}.date`} label="收款日期" required />
            <MoneyField
              path={`${path}.amount`}
              label="金额"
              required
              extra={<Advice path={`${path}.amount`} />}
            />
            <TextField path={`${path}.note`} label="说明" placeholder="例如 法院发还" />
            <Button
              type="text"
              aria-label={`删除第${i + 1}笔收款`}
              onClick={() => {
                removeRecords('enforcement.payments', [p.id], '删除收款');
                sayRemoved('一笔收款');
              }}
            >
              删除
            </Button>
          </div>
        );
      })}
    </Section>
  );
}
