/** The marks of the page in view: what each shows, for which record, and whether the court sees its box. */
import { Button, Checkbox, Select } from 'antd';
import { isReleased } from '../../../shared/case/exhibits.ts';
import { TextField } from '../../components/index.ts';
import { useCase } from '../../state/case-store.ts';
import { attachMark, type EvidenceItem, type Mark, setMarkPrinted } from '../../state/marks.ts';
import { provable } from '../evidence/words.ts';

interface Props {
  item: EvidenceItem;
  page: number;
  marks: readonly Mark[];
  numberOf: (mark: Mark) => number;
  selected: string | null;
  onSelect: (id: string | null) => void;
  onRemove: (id: string) => void;
}

export function MarkList({ item, page, marks, numberOf, selected, onSelect, onRemove }: Props) {
  const { document } = useCase();
  const index = (document.evidence ?? []).findIndex((e) => e.id === item.id);
  const released = isReleased(document, item.id);
  if (marks.length === 0) return null;
  const options = provable(document);
  return (
    <section className="mark-list" aria-label={`第${page}页的标记`}>
      {released ? (
        <p className="field-advice">
          这份证据已经提交。标记可以留着自己看；要“印在证据册里”，书页就和交给法院的不一样了，只能作为新的一版另交。
        </p>
      ) : null}
      {marks.map((mark) => {
        const at = `evidence.${index}.marks.${(item.marks ?? []).indexOf(mark)}`;
        const number = numberOf(mark);
        return (
          <fieldset
            className={`mark-card ${selected === mark.id ? 'mark-card-selected' : ''}`}
            key={mark.id}
            onFocus={() => onSelect(mark.id)}
          >
            <legend>
              标记 {number}
              <Button
                size="small"
                type="link"
                aria-label={`删除标记 ${number}`}
                onClick={() => onRemove(mark.id)}
              >
                删除
              </Button>
            </legend>
            <TextField
              path={`${at}.note`}
              label={`标记 ${number} 说明什么`}
              placeholder="例如 转账 50,000 元，附言“借款”"
            />
            <div className="field" data-path={`${at}.recordId`}>
              <span className="field-label" id={`mark-record-${mark.id}`}>
                关系到哪条记录
              </span>
              <Select
                value={mark.recordId ?? null}
                aria-label={`标记 ${number} 关系到哪条记录`}
                placeholder={options.length > 0 ? '选一条记录' : '先录入借款和转账'}
                allowClear
                style={{ width: '100%' }}
                showSearch={{ optionFilterProp: 'label' }}
                options={options.map((o) => ({ value: o.value, label: o.label }))}
                onChange={(id: string | null) => attachMark(item.id, mark.id, id ?? null)}
              />
            </div>
            <Checkbox
              checked={mark.printed ?? true}
              onChange={(e) => setMarkPrinted(item.id, mark.id, e.target.checked)}
            >
              印在证据册里
            </Checkbox>
          </fieldset>
        );
      })}
    </section>
  );
}
