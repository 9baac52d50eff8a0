/** The form of one conduct fact, opened in place. */
import { Button } from 'antd';
import type { Case } from '../../../shared/case/case.ts';
import { debtors, type GroundView } from '../../../shared/law/dishonest-list.ts';
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

interface Props {
  path: string;
  id: string;
  view: GroundView;
  c: Case;
  onClose(): void;
}

export function FactEditor({ path, id, view, c, onClose }: Props) {
  const people = debtors(c);
  const kinds = view.elements.flatMap((e) => e.kinds);
  return (
    <div className="fact-editor">
      {kinds.length > 1 ? (
        <RadioField
          path={`${path}.element`}
          label="这条事实说明"
          options={kinds.map((k) => ({ value: k.id, label: k.label }))}
        />
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
        options={c.evidence.map((e, i) => ({ value: e.id, label: `证据${i + 1} ${e.name}` }))}
        placeholder={c.evidence.length === 0 ? '先到“证据”里加入材料' : '选择能证明它的证据'}
        hint="没有证据的事实，法院不会采信。"
      />
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
