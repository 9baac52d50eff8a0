/** Operative items as data: principal, interest, penalty, costs. */
import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import {
  DateField,
  MoneyField,
  PercentField,
  Row,
  SelectField,
  sayRemoved,
  TextField,
} from '../../components/index.ts';
import { addRecord, removeRecords, useCase } from '../../state/case-store.ts';
import { focusField } from '../../state/navigation.ts';

const KINDS = [
  { value: 'principal', label: '本金' },
  { value: 'interest', label: '利息' },
  { value: 'penalty', label: '违约金' },
  { value: 'costs', label: '费用（律师费等）' },
  { value: 'courtFee', label: '诉讼费（受理费、保全费）' },
  { value: 'other', label: '其他' },
];

const RATE_KINDS = [
  { value: 'fixed', label: '写明了年利率' },
  { value: 'lprAtFiling', label: '起诉时一年期 LPR（固定）' },
  { value: 'lprFloating', label: '同期一年期 LPR（随公布变动）' },
];

export function OperativeItems() {
  const { document } = useCase();
  const items = document.judgment?.items ?? [];
  const add = (kind: string) => {
    addRecord('judgment.items', { kind }, '加一项判项');
    focusField(`judgment.items.${items.length}.${kind === 'interest' ? 'base' : 'amount'}`);
  };
  return (
    <>
      {items.map((item, i) => {
        const path = `judgment.items.${i}`;
        const name = KINDS.find((k) => k.value === item.kind)?.label ?? '判项';
        return (
          <fieldset key={item.id} className="operative" aria-label={`第${i + 1}项：${name}`}>
            <div className="operative-head">
              <strong>第 {i + 1} 项</strong>
              <Button
                type="text"
                size="small"
                aria-label={`删除第${i + 1}项`}
                onClick={() => {
                  removeRecords('judgment.items', [item.id], '删除判项');
                  sayRemoved('一项判项');
                }}
              >
                删除
              </Button>
            </div>
            <Row>
              <SelectField path={`${path}.kind`} label="是什么钱" options={KINDS} />
              {item.kind === 'interest' ? (
                <MoneyField
                  path={`${path}.base`}
                  label="计息基数"
                  hint="判决写“以……元为基数”的那个数。"
                />
              ) : (
                <MoneyField path={`${path}.amount`} label="金额" />
              )}
            </Row>
            {item.kind === 'interest' ? (
              <>
                <Row>
                  <DateField path={`${path}.from`} label="从哪天起算" />
                  <DateField
                    path={`${path}.until`}
                    label="算到哪天"
                    hint="判决写“至实际清偿之日止”的，留空。"
                  />
                </Row>
                <Row>
                  <SelectField
                    path={`${path}.rateKind`}
                    label="按什么利率"
                    options={RATE_KINDS}
                    fallback="fixed"
                    hint="照判决的写法选。写“同期LPR”的，每天按当时公布的算。"
                  />
                  {(item.rateKind ?? 'fixed') === 'fixed' ? (
                    <PercentField path={`${path}.ratePercent`} label="年利率" />
                  ) : (
                    <PercentField
                      path={`${path}.multiple`}
                      label="几倍"
                      unit="倍"
                      emptyAs="default"
                      hint="判决没有写倍数的，填 1。"
                    />
                  )}
                </Row>
                <MoneyField
                  path={`${path}.amount`}
                  label="已确定的利息数额"
                  hint="判决直接写明一笔利息的才填，和上面的起算分开。"
                />
              </>
            ) : null}
            {item.kind !== 'interest' ? (
              <DateField
                path={`${path}.due`}
                label="这一项的最后履行日"
                hint="判决让对方分期付、每期日子不同的才填；空着按判决的履行期。"
              />
            ) : null}
            {item.kind === 'other' ? <TextField path={`${path}.wording`} label="内容" /> : null}
          </fieldset>
        );
      })}
      <div className="add-line">
        <Button icon={<PlusOutlined />} onClick={() => add('principal')}>
          加一项本金
        </Button>
        <Button icon={<PlusOutlined />} onClick={() => add('interest')}>
          加一项利息
        </Button>
        <Button icon={<PlusOutlined />} onClick={() => add('costs')}>
          加一项费用
        </Button>
      </div>
    </>
  );
}
