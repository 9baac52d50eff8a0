/** 委托诉讼代理人. */
import { Button } from 'antd';
import {
  IdNumberField,
  PhoneField,
  RadioField,
  Row,
  SelectField,
  TextField,
} from '../../components/index.ts';
import { EditorHead } from '../../components/split.tsx';
import { useCase } from '../../state/case-store.ts';
import { agentKinds } from './words.ts';

export function AgentForm({ index, onRemove }: { index: number; onRemove: () => void }) {
  const { document } = useCase();
  const agent = document.agents?.[index];
  if (!agent) return null;
  const at = `agents.${index}`;
  const lawyer = ['lawyer', 'legalWorker'].includes(agent.kind ?? 'lawyer');
  return (
    <>
      <EditorHead
        title={agent.name || '未填姓名的代理人'}
        actions={
          <Button size="small" onClick={onRemove}>
            删除
          </Button>
        }
      />
      <TextField path={`${at}.name`} label="姓名" required autoFocus={!agent.name} />
      <SelectField
        path={`${at}.partyId`}
        label="代理谁"
        required
        options={(document.parties ?? []).map((p) => ({
          value: p.id,
          label: p.name || '未填姓名',
        }))}
        hint="每一方最多委托两名代理人。"
      />
      <SelectField
        path={`${at}.kind`}
        label="代理人身份"
        options={agentKinds}
        fallback="lawyer"
        hint="近亲属要带亲属关系证明，工作人员要带劳动合同；缺了，法院不准代理。"
      />
      <Row>
        <TextField path={`${at}.unit`} label={lawyer ? '律所或法律服务所' : '单位'} />
        <TextField path={`${at}.position`} label="职务" />
      </Row>
      <PhoneField path={`${at}.phone`} label="联系电话" />
      <IdNumberField path={`${at}.idNumber`} label="身份证号码" />
      <RadioField
        path={`${at}.authority`}
        label="代理权限"
        vertical
        options={[
          { value: 'general', label: '一般授权', note: '代为起诉、举证、出庭' },
          { value: 'special', label: '特别授权', note: '还能承认、放弃、变更请求，和解，上诉' },
        ]}
        hint="“全权代理”四个字不算特别授权，必须逐项写明。空着，授权委托书不能生成。"
      />
    </>
  );
}
