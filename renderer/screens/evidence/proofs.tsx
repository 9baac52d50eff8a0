/** In a record's form: which evidence proves it. */
import { Button, Select } from 'antd';
import { useId } from 'react';
import { exhibitNumbers } from '../../../shared/case/exhibits.ts';
import { inOrder } from '../../../shared/case/order.ts';
import { FieldHint } from '../../components/index.ts';
import { newId, useCase } from '../../state/case-store.ts';
import { focusField } from '../../state/navigation.ts';
import { evidenceOf, setEvidenceOf } from '../../state/proof-links.ts';
import { ExhibitLinks } from './exhibit-links.tsx';
import { groupWord } from './words.ts';

export function Proofs({
  recordId,
  group,
  hint,
}: {
  recordId: string;
  /** Group of evidence made from here (form 03). */
  group: string;
  hint: string;
}) {
  const { document, change } = useCase();
  const id = useId();
  const items = document.evidence ?? [];
  const numbers = exhibitNumbers(document);
  const chosen = evidenceOf(document, recordId);
  const addItem = () => {
    const evidenceId = newId();
    change((d) => {
      const item = { id: evidenceId, group, name: '', proves: [recordId] };
      const evidence = [...(d.evidence ?? []), item] as NonNullable<typeof d.evidence>;
      return setEvidenceOf({ ...d, evidence }, recordId, [...chosen, evidenceId]);
    }, '新增证据');
    focusField(`evidence.${items.length}.name`);
  };
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        用哪些证据证明
      </label>
      <Select
        id={id}
        mode="multiple"
        value={chosen}
        placeholder={items.length > 0 ? '选择证据，可多选' : '还没有证据'}
        aria-label="用哪些证据证明"
        style={{ width: '100%' }}
        showSearch={{ optionFilterProp: 'label' }}
        options={inOrder(document).map((e) => ({
          value: e.id,
          label: `${numbers.get(e.id)}. ${e.name || `未命名（${groupWord(e.group)}）`}`,
        }))}
        onChange={(ids: string[]) => change((d) => setEvidenceOf(d, recordId, ids), '关联证据')}
      />
      <ExhibitLinks recordId={recordId} />
      <FieldHint>
        {hint}{' '}
        <Button type="link" size="small" className="inline-link" onClick={addItem}>
          新建一份证据
        </Button>
      </FieldHint>
    </div>
  );
}
