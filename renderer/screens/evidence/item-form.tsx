/** One piece of evidence: what it is, what it proves, its files. */
import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useId } from 'react';
import type { EvidenceFile } from '../../../shared/api.ts';
import { formOf } from '../../../shared/case/evidence-form.ts';
import { evidenceGroup } from '../../../shared/case/evidence-name.ts';
import { exhibitNumbers } from '../../../shared/case/exhibits.ts';
import { isMovable, stepEvidence } from '../../../shared/case/order.ts';
import {
  CountField,
  FieldHint,
  RadioField,
  Row,
  Section,
  SelectField,
  TextField,
  YesNoField,
} from '../../components/index.ts';
import { EditorHead } from '../../components/split.tsx';
import { useCase } from '../../state/case-store.ts';
import { setProves } from '../../state/proof-links.ts';
import { ChatSection } from './chat-section.tsx';
import { CouldProve } from './could-prove.tsx';
import { FileOrder } from './file-order.tsx';
import { FileTable, FileWarnings } from './file-table.tsx';
import { Proposal } from './proposal.tsx';
import { proposals } from './proposals.ts';
import { Purpose } from './purpose.tsx';
import { forms, groups, groupWord, provable } from './words.ts';

export function ItemForm({
  index,
  files,
  onRemove,
}: {
  index: number;
  files: readonly EvidenceFile[];
  onRemove: () => void;
}) {
  const { document, lastGood, change, update } = useCase();
  const provesId = useId();
  const items = document.evidence ?? [];
  const item = items[index];
  if (!item) return null;
  const at = `evidence.${index}`;
  const number = exhibitNumbers(document).get(item.id) ?? index + 1;
  const move = (by: -1 | 1) => change((d) => stepEvidence(d, item.id, by), '调整证据顺序');
  const canMove = (by: -1 | 1) => stepEvidence(document, item.id, by) !== document;
  const proposed = proposals(lastGood, item, files);
  const options = provable(document);
  const named = evidenceGroup(item.name ?? '');
  return (
    <>
      <EditorHead
        title={`证据 ${number}${isMovable(document, item.id) ? '' : '（已交给法院，编号不变）'}`}
        actions={
          <>
            <Button
              size="small"
              type="text"
              icon={<ArrowUpOutlined />}
              aria-label="往前移"
              title="往前移（列表里按 Alt 加上键）"
              disabled={!canMove(-1)}
              onClick={() => move(-1)}
            />
            <Button
              size="small"
              type="text"
              icon={<ArrowDownOutlined />}
              aria-label="往后移"
              title="往后移（列表里按 Alt 加下键）"
              disabled={!canMove(1)}
              onClick={() => move(1)}
            />{' '}
            <Button size="small" onClick={onRemove}>
              删除
            </Button>
          </>
        }
      />
      <FileWarnings item={item} files={files} />
      <TextField
        path={`${at}.name`}
        label="证据名称"
        autoFocus={!item.name}
        placeholder="例如 《借条》（2023年3月1日）"
        hint="写清是什么、哪天的。法院按目录核对，名称含糊要您重写。"
      />
      <SelectField path={`${at}.group`} label="分组" options={groups} />
      {item.group === 'other' && named !== 'other' ? (
        <div className="proposal">
          <span className="grey">按名称像是：</span>
          {groupWord(named)}
          <Button type="link" size="small" onClick={() => update(`${at}.group`, named, '修改分组')}>
            改成这一组
          </Button>
        </div>
      ) : null}
      <CouldProve at={at} item={item} />
      <div className="field" data-path={`${at}.proves`}>
        <label className="field-label" htmlFor={provesId}>
          证明哪些记录
        </label>
        <Select
          id={provesId}
          mode="multiple"
          value={item.proves ?? []}
          aria-label="证明哪些记录"
          placeholder={options.length > 0 ? '选择借款、转账、催收等，可多选' : '先录入借款和转账'}
          style={{ width: '100%' }}
          showSearch={{ optionFilterProp: 'label' }}
          options={options.map((o) => ({ value: o.value, label: o.label }))}
          onChange={(ids: string[]) => change((d) => setProves(d, item.id, ids), '关联证据')}
        />
        <FieldHint>连上以后，哪一笔还没有证据一眼就能看到。</FieldHint>
      </div>
      <Purpose index={index} id={item.id} />
      <Section title="文件">
        <FileTable item={item} files={files} />
        <FileOrder item={item} files={files} />
      </Section>
      <ChatSection index={index} files={files} />
      <Section title="清单上的其他栏">
        <RadioField
          path={`${at}.form`}
          label="交给法院的是"
          options={forms}
          fallback={formOf({ chat: item.chat })}
          hint="立案交复印件，原件开庭时带去核对，不要交出去。"
        />
        {proposed.form !== null && proposed.form !== formOf(item) ? (
          <Proposal
            path={`${at}.form`}
            text={proposed.form}
            shown={forms.find((f) => f.value === proposed.form)?.label}
            label="交给法院的是"
          />
        ) : null}
        {formOf(item) === 'copy' && item.group !== 'identity' ? (
          <YesNoField
            path={`${at}.originalHeld`}
            label="开庭时拿得出原件吗"
            hint="核对不了原件的复印件，不能单独用来认定事实。答“是”的，清单上才写“原件备查”。"
          />
        ) : null}
        <TextField
          path={`${at}.source`}
          label="来源"
          placeholder="例如 被告出具、某银行打印、原告手机导出"
        />
        <Proposal path={`${at}.source`} text={proposed.source} label="来源" />
        {formOf(item) === 'electronic' ? (
          <>
            <TextField
              path={`${at}.carrier`}
              label="原始载体"
              placeholder="例如 原告手机"
              hint="聊天、录音要能当庭打开原手机核对；换机、重装前请先迁移。"
            />
            <Proposal path={`${at}.carrier`} text={proposed.carrier} label="原始载体" />
          </>
        ) : null}
        <Row>
          <CountField path={`${at}.pages`} label="页数" unit="页" />
          <CountField
            path={`${at}.copies`}
            label="份数"
            unit="份"
            emptyAs="default"
            placeholder="1"
          />
        </Row>
        <TextField path={`${at}.note`} label="备注" />
      </Section>
    </>
  );
}
