/** What a court asks of the lending itself: answered before the papers are made. */
import { Section, SelectField, YesNoField } from '../../components/index.ts';

const SOURCES = [
  { value: 'own', label: '自己的钱' },
  { value: 'bankCredit', label: '银行贷款、信用卡、网络贷款' },
  { value: 'borrowed', label: '向别的公司、单位借来的' },
  { value: 'raised', label: '向职工或很多人集来的' },
  { value: 'unknown', label: '还没有想清楚' },
];

export function Background() {
  return (
    <Section
      title="法院会问的几件事"
      lead="如实回答，只给您自己看，用来提醒风险。隐瞒还款、虚构事实起诉，会被追究责任。"
    >
      <div className="narrow">
        <YesNoField
          path="background.repaymentsComplete"
          label="对方还过的钱，是不是全部录进“流水”了"
          hint="现金、微信、替您付的款都算。漏记一笔，对方拿出凭证时整个案子都会被怀疑。"
        />
        <SelectField
          path="background.sourceOfFunds"
          label="借出去的钱从哪里来"
          options={SOURCES}
          fallback="unknown"
          hint="用银行贷款、信用卡转借给别人的，借款合同会被认定无效。"
        />
        <YesNoField
          path="background.illegalUse"
          label="借钱时，您知不知道他要拿去赌博、做违法的事"
          hint="事先知道的，借款合同无效。"
        />
      </div>
    </Section>
  );
}
