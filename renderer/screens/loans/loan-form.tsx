/** One loan, in the order the paper is read. */
import { Button } from 'antd';
import { parseAmount } from '../../../shared/text/money.ts';
import { rmbPrinted } from '../../../shared/text/rmb.ts';
import {
  DateField,
  LongTextField,
  ManyField,
  MoneyField,
  RadioField,
  RateField,
  RecordCards,
  Row,
  Section,
  SelectField,
  Term,
  TextField,
} from '../../components/index.ts';
import { EditorHead } from '../../components/split.tsx';
import { useCase } from '../../state/case-store.ts';
import { FoundFigures } from '../evidence/found-figures.tsx';
import { Proofs } from '../evidence/proofs.tsx';
import { Forum } from './forum.tsx';
import { Rollover } from './rollover.tsx';
import { Securities } from './securities.tsx';
import { interests, papers, paperWord, repaymentMethods } from './words.ts';

export function LoanForm({ index, onRemove }: { index: number; onRemove: () => void }) {
  const { document, update } = useCase();
  const loan = document.loans?.[index];
  if (!loan) return null;
  const at = `loans.${index}`;
  const people = (roles: string[]) =>
    (document.parties ?? [])
      .filter((p) => roles.includes(p.role))
      .map((p) => ({ value: p.id, label: p.name || '未填姓名' }));
  const amount = parseAmount(loan.agreedAmount ?? '');
  const written = loan.paper !== 'none';

  return (
    <>
      <EditorHead
        title={loan.paperName || paperWord(loan.paper)}
        actions={
          <Button size="small" onClick={onRemove}>
            删除
          </Button>
        }
      />
      <Section title="凭据">
        <SelectField
          path={`${at}.paper`}
          label="手里有什么"
          autoFocus={!loan.signed && !loan.agreedAmount}
          options={papers}
          fallback="iou"
          hint="法院先看有没有借钱的约定。只有转账记录的，对方可能说是别的钱，要多留聊天记录。"
        />
        {written ? (
          <Row>
            <TextField path={`${at}.paperName`} label="名称" placeholder="纸上的标题，例如 借条" />
            <TextField path={`${at}.paperNumber`} label="编号" placeholder="没有可以不填" />
          </Row>
        ) : null}
        <Row>
          <DateField
            path={`${at}.signed`}
            label="签订日期"
            past
            hint="决定适用哪一版利率上限。空着按第一次转账的日期。"
          />
          <TextField path={`${at}.signedAt`} label="签订地点" placeholder="例如 甲省乙市丙区" />
        </Row>
        <ManyField
          path={`${at}.lenderIds`}
          label="出借人"
          options={people(['lender'])}
          placeholder="在“当事人”里先加出借人"
          hint="谁的钱、借条写给谁。与起诉的人不一致，法院会问是不是债权转让。"
        />
        <ManyField
          path={`${at}.borrowerIds`}
          label="借款人"
          options={people(['borrower'])}
          placeholder="在“当事人”里先加借款人"
          hint="在借条上签字的人。两人都签的，两人都选。"
        />
        <MoneyField
          path={`${at}.agreedAmount`}
          label="约定金额"
          extra={
            amount.ok && amount.fen > 0 ? (
              <div className="field-hint">{rmbPrinted(amount.fen)}</div>
            ) : null
          }
          hint="借条上写的数。法院按实际给出的钱认定本金，两者不一致会追问原因。"
        />
        <Proofs
          recordId={loan.id}
          group="agreement"
          hint="借条、合同、欠条，或说好借款的聊天记录。录入时可以在旁边看着它填。"
        />
        <FoundFigures
          recordId={loan.id}
          dates={[
            { path: `${at}.signed`, label: '签订日期' },
            { path: `${at}.due`, label: '到期日' },
          ]}
          amounts={[{ path: `${at}.agreedAmount`, label: '约定金额' }]}
        />
        <TextField
          path={`${at}.purpose`}
          label="借款用途"
          placeholder="例如 资金周转、买房、进货"
          hint="夫妻共同债务、是否合法都要看用途。"
        />
      </Section>
      <Section title="期限和还法">
        <Row>
          <DateField path={`${at}.termFrom`} label="起借日" hint="空着按第一次转账的日期。" />
          <DateField
            path={`${at}.due`}
            label="到期日"
            hint="最后应还的那天。空着表示没约定期限：要先催告并给一段合理时间，时效也从那时算。"
          />
        </Row>
        <SelectField
          path={`${at}.repaymentMethod`}
          label="约定怎么还"
          options={repaymentMethods}
          fallback="principalAtEnd"
        />
        {loan.repaymentMethod === 'other' ? (
          <TextField path={`${at}.repaymentMethodOther`} label="约定的还法" />
        ) : null}
        {loan.repaymentMethod === 'instalments' ? (
          <>
            <RecordCards
              path={`${at}.instalments`}
              what="一期还款"
              addLabel="加一期"
              blank={() => ({ due: '', principal: '' })}
            >
              {(card) => (
                <>
                  <DateField path={`${card}.due`} label="应还日" required />
                  <Row>
                    <MoneyField path={`${card}.principal`} label="本金" required />
                    <MoneyField path={`${card}.interest`} label="利息" emptyAs="default" />
                  </Row>
                </>
              )}
            </RecordCards>
            <TextField
              path={`${at}.accelerationClause`}
              label="提前到期条款"
              placeholder="照抄，例如：任一期逾期，出借人可要求全部提前还清"
              hint="有这一条，少还一期就可以要全部；没有的，只能要已到期的。"
            />
            {loan.accelerationClause ? (
              <DateField path={`${at}.acceleratedOn`} label="宣布提前到期的日期" />
            ) : null}
          </>
        ) : null}
      </Section>
      <Section title="利息和违约金">
        <RadioField
          path={`${at}.interest`}
          label="借期内的利息"
          options={interests}
          fallback="none"
          vertical
          hint={
            <>
              超过
              <Term means="合同成立时一年期贷款市场报价利率（LPR）的四倍；2020 年 8 月 20 日前另有旧规则。">
                利率上限
              </Term>
              的部分法院不支持，软件会自动按上限算。
            </>
          }
        />
        {loan.interest === 'agreed' ? (
          <>
            <RateField path={`${at}.rate`} label="约定的利率" required />
            {loan.rate ? (
              <Row>
                <TextField
                  path={`${at}.rate.wording`}
                  label="原文怎么写"
                  placeholder="例如 月息2分"
                />
                <TextField path={`${at}.rate.clause`} label="第几条" placeholder="例如 第三条" />
              </Row>
            ) : null}
          </>
        ) : null}
        <RateField
          path={`${at}.overdueRate`}
          label="约定的逾期利率"
          hint="没有约定就空着：逾期后按法律规定的标准计算。"
        />
        <RecordCards
          path={`${at}.penalties`}
          what="违约金"
          addLabel="加一项违约金"
          blank={() => ({ kind: 'lump' })}
        >
          {(card, i) => (
            <>
              <RadioField
                path={`${card}.kind`}
                label="怎么算"
                options={[
                  { value: 'lump', label: '一笔固定的钱' },
                  { value: 'rate', label: '按比例' },
                ]}
              />
              {loan.penalties?.[i]?.kind === 'rate' ? (
                <RateField path={`${card}.rate`} label="比例" />
              ) : (
                <MoneyField path={`${card}.amount`} label="金额" />
              )}
              <TextField
                path={`${card}.wording`}
                label="原文怎么写"
                hint="违约金与逾期利息可以一并要，合计不能超过上限。"
              />
            </>
          )}
        </RecordCards>
        <div className="field-gap" />
        <TextField
          path={`${at}.costsClause`}
          label="律师费等由谁承担的条款"
          placeholder="照抄原文；没有就不填"
          hint="写明由借款人承担，才能一并要回律师费、保全保险费等。"
        />
      </Section>
      <Section title="换条">
        <Rollover at={at} has={loan.rollover !== null && loan.rollover !== undefined} />
      </Section>
      <Section title="担保">
        <Securities at={at} loan={loan} guarantors={people(['guarantor'])} />
      </Section>
      <Section title="打官司的约定">
        <Forum
          at={at}
          clause={loan.forumClause ?? null}
          onChange={(v) => update(`${at}.forumClause`, v, '修改管辖约定')}
        />
      </Section>
      <Section title="其他">
        <LongTextField
          path={`${at}.note`}
          label="说明"
          rows={2}
          hint="例如几张借条合并、中间换过借条的经过。"
        />
      </Section>
    </>
  );
}
