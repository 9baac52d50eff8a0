/** What the paper says about court or arbitration. */
import { Radio } from 'antd';
import type { CaseDocument } from '../../../shared/case/case.ts';
import { FieldHint, LongTextField, SelectField, TextField } from '../../components/index.ts';
import { connections, forumKinds } from './words.ts';

type Clause = NonNullable<NonNullable<CaseDocument['loans']>[number]['forumClause']>;

export function Forum({
  at,
  clause,
  onChange,
}: {
  at: string;
  clause: Clause | null;
  onChange: (clause: Clause | null) => void;
}) {
  return (
    <>
      <div className="field" data-path={`${at}.forumClause`}>
        <div className="field-label" id={`${at}-forum`}>
          借据里写了去哪里解决吗
        </div>
        <Radio.Group
          aria-labelledby={`${at}-forum`}
          value={clause?.kind ?? 'none'}
          className="radio-row"
          onChange={(e) =>
            onChange(
              e.target.value === 'none'
                ? null
                : { wording: '', ...clause, kind: e.target.value as Clause['kind'] },
            )
          }
        >
          <Radio value="none">没写</Radio>
          {forumKinds.map((k) => (
            <Radio key={k.value} value={k.value}>
              {k.label}
            </Radio>
          ))}
        </Radio.Group>
        <FieldHint>
          没写的，到被告所在地或您所在地（接收还款的地方）的法院。写了仲裁的，法院可能不受理。
        </FieldHint>
      </div>
      {clause ? (
        <>
          <LongTextField
            path={`${at}.forumClause.wording`}
            label="原文"
            rows={2}
            placeholder="照抄这一条"
          />
          <TextField
            path={`${at}.forumClause.named`}
            label={clause.kind === 'arbitration' ? '仲裁委员会' : '法院'}
            hint="按字面能确定的那一家；写得不清楚，约定可能无效。"
          />
          {clause.kind === 'arbitration' ? null : (
            <SelectField
              path={`${at}.forumClause.connection`}
              label="这个地方和借款有什么联系"
              options={connections}
              fallback="unknown"
              hint="约定的法院必须与纠纷有实际联系，否则约定无效。"
            />
          )}
        </>
      ) : null}
    </>
  );
}
