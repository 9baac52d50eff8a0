/** One movement of money. */
import { Button } from 'antd';
import {
  DateField,
  MoneyField,
  RadioField,
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
import { paperWord } from '../loans/words.ts';
import { methods } from './words.ts';

export function TransferForm({
  index,
  onRemove,
  onNext,
}: {
  index: number;
  onRemove: () => void;
  onNext: () => void;
}) {
  const { document } = useCase();
  const t = document.transfers?.[index];
  if (!t) return null;
  const at = `transfers.${index}`;
  const loans = document.loans ?? [];
  const out = t.direction === 'out';
  return (
    <>
      <EditorHead
        title={out ? '出借的钱' : '还回的钱'}
        actions={
          <>
            <Button size="small" onClick={onNext}>
              再加一笔
            </Button>{' '}
            <Button size="small" onClick={onRemove}>
              删除
            </Button>
          </>
        }
      />
      <RadioField
        path={`${at}.direction`}
        label="方向"
        options={[
          { value: 'out', label: '借出' },
          { value: 'in', label: '还回' },
        ]}
      />
      {loans.length > 1 ? (
        <SelectField
          path={`${at}.loanId`}
          label="属于哪笔借款"
          required={out}
          clearable={!out}
          placeholder={out ? '请选择' : '没说还哪笔'}
          hint={
            out
              ? ''
              : '对方付款时说了还哪笔就选哪笔；没说的清空，按法律顺序：先到期的、担保少的、负担重的。'
          }
          options={loans.map((l) => ({
            value: l.id,
            label: `${l.paperName || paperWord(l.paper)} ${l.signed ?? ''}`,
          }))}
        />
      ) : null}
      <DateField
        path={`${at}.date`}
        label="日期"
        required
        past
        autoFocus={!t.date}
        hint={
          out
            ? '自然人之间的借款，从钱到账时成立，利息也从这天起算。'
            : '利息算到还款这一天，再从这笔钱里扣。日期错了，后面的数都会错。'
        }
      />
      <MoneyField
        path={`${at}.amount`}
        label="金额"
        required
        hint={
          out
            ? '按回单上的实际数。法院按实际给出的钱认定本金。'
            : '照实填；漏记还款，对方拿出回单时对您不利。'
        }
      />
      <FoundFigures
        recordId={t.id}
        dates={[{ path: `${at}.date`, label: '日期' }]}
        amounts={[{ path: `${at}.amount`, label: '金额' }]}
      />
      <RadioField path={`${at}.method`} label="方式" options={methods} fallback="bank" />
      {t.method === 'cash' && out ? (
        <p className="field-advice">
          现金交付，法院会查您当时有没有这笔钱，请备好取款记录、收条或见证人。
        </p>
      ) : null}
      {out ? (
        <MoneyField
          path={`${at}.withheld`}
          label="当场扣下的利息"
          emptyAs="default"
          hint={
            <>
              转账当天或次日又退给您的“利息”“手续费”，就是
              <Term means="借款时预先从本金里扣掉的利息，也叫“砍头息”。法院按实际到手的钱认定本金。">
                预扣利息
              </Term>
              ，不算本金。没有就填 0。
            </>
          }
        />
      ) : (
        <RadioField
          path={`${at}.as`}
          label="对方说这笔是还什么"
          vertical
          options={[
            { value: 'principal', label: '还本金' },
            { value: 'interest', label: '还利息' },
            { value: '', label: '没说', note: '按法律顺序：先费用，再利息，后本金' },
          ]}
          fallback=""
          emptyAs={null}
        />
      )}
      <Section title="凭证">
        <Row>
          <TextField path={`${at}.fromAccount`} label="付款账户" placeholder="户名 银行 尾号" />
          <TextField path={`${at}.toAccount`} label="收款账户" placeholder="户名 银行 尾号" />
        </Row>
        <TextField
          path={`${at}.transactionNumber`}
          label="交易流水号"
          hint="回单上有。有流水号，法院能直接核对。"
        />
        <TextField path={`${at}.note`} label="备注" placeholder="例如 转账附言写的是“借款”" />
        <Proofs
          recordId={t.id}
          group={out ? 'delivery' : 'performance'}
          hint={out ? '银行盖章的流水或电子回单最有力。' : '还款记录能证明对方认账。'}
        />
      </Section>
    </>
  );
}
