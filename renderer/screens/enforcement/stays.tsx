/** Days that bear no doubled interest, and what counts in its base. */
import {
  CheckField,
  DateField,
  RecordCards,
  Row,
  Section,
  TextField,
} from '../../components/index.ts';

export function Stays() {
  return (
    <Section
      title="加倍利息的基数和停算"
      lead="法院中止、暂缓执行的日子，除非是对方申请的，不计加倍利息。"
    >
      <CheckField
        path="enforcement.courtFeeInBase"
        label="判决写明由对方负担的诉讼费，也计入加倍利息的基数"
        hint="各地执行法院做法不一，默认不计入。"
      />
      <RecordCards
        path="enforcement.stays"
        what="停算的日子"
        addLabel="加一段停算的日子"
        blank={() => ({ from: '' })}
      >
        {(at) => (
          <>
            <Row>
              <DateField path={`${at}.from`} label="从哪天" required />
              <DateField path={`${at}.to`} label="到哪天" hint="还在中止的，空着。" />
            </Row>
            <CheckField path={`${at}.byDebtor`} label="是对方申请的（照样计算）" />
            <TextField path={`${at}.note`} label="说明" placeholder="例如 中止执行裁定的案号" />
          </>
        )}
      </RecordCards>
    </Section>
  );
}
