/** The form of one conduct fact, opened in place. */
import { Button } from 'antd';
import type { Case } from '../../../shared/case/case.ts';
import { exhibits } from '../../../shared/case/exhibits.ts';
import { type CriterionView, debtors } from '../../../shared/law/dishonest-list.ts';
import {
  CheckField,
  DateField,
  LongTextField,
  ManyField,
  RadioField,
  SelectField,
  sayRemoved,
} from '../../components/index.ts';
import { removeRecords } from '../../state/case-store.ts';

/** More kinds than these are chosen from a list. */
const MANY = 7;

import { ExhibitLinks } from '../evidence/exhibit-links.tsx';

interface Props {
  path: string;
  id: string;
  view: CriterionView;
  c: Case;
  onClose(): void;
}

export function FactEditor({ path, id, view, c, onClose }: Props) {
  const people = debtors(c);
  const kinds = view.elements.flatMap((e) => e.kinds);
  const options = kinds.map((k) => ({ value: k.id, label: k.label }));
  const number = new Map(exhibits(c).map((x) => [x.item.id, x.number]));
  return (
    <div className="fact-editor">
      {kinds.length > MANY ? (
        <SelectField path={`${path}.element`} label="这条事实说明" options={options} />
      ) : kinds.length > 1 ? (
        <RadioField path={`${path}.element`} label="这条事实说明" options={options} />
      ) : null}
      {people.length > 1 ? (
        <SelectField
          path={`${path}.partyId`}
          label="是谁做的"
          options={people.map((p) => ({ value: p.id, label: p.name }))}
          clearable
        />
      ) : null}
      <DateField
        path={`${path}.date`}
        label="发生的日期"
        hint="法院看先后：判决生效、送达命令之后发生的才算。不填就不能采用。"
      />
      <LongTextField
        path={`${path}.description`}
        label="经过"
        hint="只写看到或查到的事：谁、何时、何地、做了什么、涉及多少钱。"
      />
      <ManyField
        path={`${path}.evidenceIds`}
        label="证据"
        options={c.evidence.map((e) => ({
          value: e.id,
          label: `证据${number.get(e.id)} ${e.name}`,
        }))}
        placeholder={c.evidence.length === 0 ? '先到“证据”里加入材料' : '选择能证明它的证据'}
        hint="没有证据的事实，法院不会采信。"
      />
      <ExhibitLinks recordId={id} />
      <CheckField path={`${path}.contrary`} label="这是对我不利的事实" />
      <div className="fact-buttons">
        <Button onClick={onClose}>收起</Button>
        <Button
          danger
          type="text"
          onClick={() => {
            removeRecords('conduct', [id], '删除事实');
            onClose();
            sayRemoved('一条事实');
          }}
        >
          删除
        </Button>
      </div>
    </div>
  );
}
