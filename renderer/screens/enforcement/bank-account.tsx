/** The account the court pays into; its holder has to be the applicant. */

import { Button } from 'antd';
import { Row, TextField } from '../../components/index.ts';
import { update, useCase, useValue } from '../../state/case-store.ts';

const BASE = 'enforcement.bankAccount';

export function BankAccount() {
  const { lastGood } = useCase();
  const holder = useValue(`${BASE}.holder`);
  const applicants = (lastGood?.parties ?? []).filter((p) => p.role === 'lender' && p.name);
  const typed = typeof holder === 'string' ? holder.trim() : '';
  const first = applicants[0]?.name ?? '';
  const odd = typed !== '' && first !== '' && !applicants.some((p) => p.name === typed);
  return (
    <>
      <Row>
        <TextField
          path={`${BASE}.holder`}
          label="收款账户的户名"
          hint="应当是出借人本人；执行款由别人代收，要有特别授权。"
          extra={
            odd ? (
              <div className="field-advice">
                和出借人“{applicants.map((p) => p.name).join('、')}”不一致，法院可能不付款。
              </div>
            ) : typed === '' && first !== '' ? (
              <Button
                type="link"
                size="small"
                onClick={() => update(`${BASE}.holder`, first, '填写户名')}
              >
                填“{first}”
              </Button>
            ) : null
          }
        />
        <TextField path={`${BASE}.number`} label="银行账号" />
      </Row>
      <TextField
        path={`${BASE}.branch`}
        label="开户行"
        placeholder="例如 中国××银行乙市丙区支行"
        hint="写到支行，否则可能退款。"
      />
    </>
  );
}
