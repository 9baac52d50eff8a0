/** Property clues, with the end of each seizure in days. */
import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { daysBetween } from '../../../shared/law/dates.ts';
import { urgencyOf } from '../../../shared/law/notice.ts';
import {
  DateField,
  dateWords,
  ManyField,
  MoneyField,
  Row,
  Section,
  SelectField,
  sayRemoved,
  TextField,
} from '../../components/index.ts';
import { addRecord, removeRecords, useCase } from '../../state/case-store.ts';
import { useToday } from '../../state/clock.ts';
import { focusField, useFocusIndex } from '../../state/navigation.ts';

const KINDS = [
  { value: 'vehicle', label: '车辆' },
  { value: 'account', label: '银行、微信、支付宝账户' },
  { value: 'realEstate', label: '房产、土地' },
  { value: 'equity', label: '公司股权' },
  { value: 'salary', label: '工资、劳务收入' },
  { value: 'claim', label: '别人欠他的钱' },
  { value: 'virtual', label: '网店、虚拟财产' },
  { value: 'other', label: '其他' },
];

export function Clues() {
  const { document } = useCase();
  const today = useToday();
  const clues = document.propertyClues ?? [];
  const asked = useFocusIndex('propertyClues');
  const [openId, setOpenId] = useState<string | null>(null);
  const askedId = asked === null ? undefined : clues[asked]?.id;
  if (askedId && askedId !== openId) setOpenId(askedId);
  return (
    <Section
      title="财产线索"
      lead="写具体：车牌号、账号、小区和门牌、公司全称。只写合法得来的信息。"
      actions={
        <Button
          icon={<PlusOutlined />}
          onClick={() => {
            setOpenId(
              addRecord('propertyClues', { kind: 'other', description: '' }, '加一条财产线索'),
            );
            focusField(`propertyClues.${clues.length}.description`);
          }}
        >
          加一条线索
        </Button>
      }
    >
      {clues.length === 0 ? <p className="grey">还没有线索。</p> : null}
      <ul className="clue-list">
        {clues.map((clue, i) => (
          <li key={clue.id}>
            <div className="clue-line">
              <span>
                <span className="clue-kind">
                  {KINDS.find((k) => k.value === clue.kind)?.label ?? ''}
                </span>
                {clue.description || '（还没有描述）'}
              </span>
              <Expiry day={clue.seizureExpires ?? null} today={today} />
              <Button
                type="link"
                size="small"
                aria-expanded={openId === clue.id}
                aria-label={`${openId === clue.id ? '收起' : '修改'}：${clue.description || '财产线索'}`}
                onClick={() => setOpenId(openId === clue.id ? null : clue.id)}
              >
                {openId === clue.id ? '收起' : '修改'}
              </Button>
            </div>
            {openId === clue.id ? <ClueForm index={i} id={clue.id} /> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** A seizure lapses silently; renewal has to be asked for seven days before. */
function Expiry({ day, today }: { day: string | null; today: string }) {
  if (!day || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return <span className="grey">未查封</span>;
  const left = daysBetween(today, day);
  const urgency = urgencyOf(left - 7);
  const word = left < 0 ? '查封已到期' : `查封到${dateWords(day)}，还有 ${left} 天`;
  const tone = left < 0 || urgency === 'expired' ? 'late' : urgency === 'urgent' ? 'soon' : 'far';
  return (
    <span className={`expiry expiry-${tone}`}>
      {word}
      {tone === 'far' ? '' : '，请申请续封'}
    </span>
  );
}

function ClueForm({ index, id }: { index: number; id: string }) {
  const { document, lastGood } = useCase();
  const path = `propertyClues.${index}`;
  const debtors = (document.parties ?? []).filter((p) => p.role !== 'lender');
  const evidence = lastGood?.evidence ?? [];
  return (
    <div className="clue-form">
      <Row>
        <SelectField path={`${path}.kind`} label="种类" options={KINDS} />
        <SelectField
          path={`${path}.partyId`}
          label="谁的财产"
          clearable
          options={debtors.map((p) => ({ value: p.id, label: p.name || '（未填姓名）' }))}
        />
      </Row>
      <TextField
        path={`${path}.description`}
        label="具体是什么"
        placeholder="例如 小型轿车，号牌甲A×××88"
      />
      <Row>
        <TextField path={`${path}.location`} label="在哪里" placeholder="停放地、坐落、开户行" />
        <MoneyField path={`${path}.estimatedValue`} label="大约值多少" />
      </Row>
      <TextField
        path={`${path}.source`}
        label="怎么知道的"
        placeholder="例如 借款时他自己发来的行驶证照片"
        hint="法院会问来源。"
      />
      <Row>
        <DateField path={`${path}.seizedOn`} label="查封、冻结日期" />
        <DateField
          path={`${path}.seizureExpires`}
          label="到期日期"
          hint="存款最长一年、动产二年、不动产三年。到期前七日申请续封。"
        />
      </Row>
      <ManyField
        path={`${path}.evidenceIds`}
        label="证据"
        options={evidence.map((e, i) => ({ value: e.id, label: `证据${i + 1} ${e.name}` }))}
      />
      <Button
        danger
        type="text"
        onClick={() => {
          removeRecords('propertyClues', [id], '删除财产线索');
          sayRemoved('一条财产线索');
        }}
      >
        删除这条线索
      </Button>
    </div>
  );
}
