/** Courts that may hear the case, each with its reason, to be chosen by one press. */
import { CheckOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Case } from '../../../shared/case/case.ts';
import { type ForumInput, forum, type PlacedParty } from '../../../shared/law/jurisdiction.ts';
import { Notice } from '../../components/index.ts';
import { update } from '../../state/case-store.ts';
import { useToday } from '../../state/clock.ts';
import { focusField } from '../../state/navigation.ts';

const BASIS = {
  agreed: '约定的法院',
  defendantDomicile: '被告住所地',
  performancePlace: '接受货币一方所在地',
  plaintiffDomicile: '原告住所地',
} as const;

function placed(c: Case, role: 'lender' | 'borrower'): PlacedParty[] {
  return c.parties
    .filter((p) => p.role === role)
    .map((p) => ({
      name: p.name,
      domicile: p.domicile,
      ...(p.kind === 'person' && p.habitualResidence
        ? { habitualResidence: p.habitualResidence }
        : {}),
    }));
}

export function Courts({ c }: { c: Case }) {
  const today = useToday();
  const input: ForumInput = {
    plaintiffs: placed(c, 'lender'),
    defendants: placed(c, 'borrower'),
    clause: c.loans.find((l) => l.forumClause)?.forumClause ?? null,
    asOf: c.suit.filedOn ?? today,
  };
  const found = forum(input);
  if (input.plaintiffs.length + input.defendants.length === 0) {
    return <p className="grey">填好当事人的住址以后，这里会列出可以去的法院和理由。</p>;
  }
  return (
    <>
      {found.clause ? (
        <Notice tone={found.clause.state === 'valid' ? 'note' : 'attention'}>
          {found.clause.reason}
          <span className="law-ref">{found.clause.article}</span>
        </Notice>
      ) : null}
      <ul className="court-list">
        {found.courts.map((k) => (
          <li key={k.basis + k.place}>
            <div>
              <strong>{k.court ?? `${k.place}的基层法院（地址里看不出区县）`}</strong>
              <span className="grey">
                {BASIS[k.basis]}：{k.reason}
                <span className="law-ref">{k.article}</span>
              </span>
            </div>
            <Choose court={k.court} chosen={c.suit.court} />
          </li>
        ))}
      </ul>
      {found.warnings
        .filter((w) => w.code !== 'courtUnknown' || c.suit.court === '')
        .map((w) => (
          <p key={w.text} className="grey">
            {w.text}
          </p>
        ))}
    </>
  );
}

function Choose({ court, chosen }: { court: string | undefined; chosen: string }) {
  if (court === undefined) {
    return (
      <Button size="small" onClick={() => focusField('suit.court')}>
        自己填写
      </Button>
    );
  }
  if (court === chosen) {
    return (
      <span className="state-tag state-complete">
        <CheckOutlined aria-hidden="true" />
        已选
      </span>
    );
  }
  return (
    <Button
      size="small"
      aria-label={`选择${court}`}
      onClick={() => update('suit.court', court, '选择法院')}
    >
      选它
    </Button>
  );
}
