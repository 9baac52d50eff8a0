/** 聊天、短信、通话或录音: whose accounts, what can be shown of them, and the way to the transcript. */
import { Button } from 'antd';
import { useState } from 'react';
import type { EvidenceFile } from '../../../shared/api.ts';
import { isChat } from '../../../shared/case/chat-checks.ts';
import { isMovable } from '../../../shared/case/order.ts';
import {
  type Option,
  RadioField,
  Row,
  Section,
  StateTag,
  TextField,
} from '../../components/index.ts';
import { useCase } from '../../state/case-store.ts';
import { goScreen } from '../../state/navigation.ts';
import { openTranscript } from '../../state/transcript.ts';
import { Checks } from './checks.tsx';
import { isSheet } from './found-offers.ts';
import { soundIds } from './sounds.ts';
import './chat.css';

const platforms: readonly Option[] = [
  { value: 'wechat', label: '微信' },
  { value: 'sms', label: '短信' },
  { value: 'call', label: '通话记录' },
  { value: 'recording', label: '录音、录像' },
  { value: 'email', label: '电子邮件' },
  { value: 'other', label: '其他' },
];

const ACCOUNTS: Record<string, string> = {
  wechat: '微信号',
  sms: '手机号',
  call: '手机号',
  recording: '手机号',
  email: '邮箱',
};

export function ChatSection({ index, files }: { index: number; files: readonly EvidenceFile[] }) {
  const { document, change } = useCase();
  const [wanted, setWanted] = useState(false);
  const item = document.evidence?.[index];
  if (!item) return null;
  const sounds = soundIds(files);
  const heard = (item.fileIds ?? []).some((id) => sounds.has(id));
  const lines = item.transcript ?? [];
  const shown =
    wanted ||
    heard ||
    lines.length > 0 ||
    isChat(item) ||
    item.group === 'demand' ||
    item.form === 'electronic';
  const ids = item.fileIds ?? [];
  const sheet =
    ids.length > 0 && ids.every((id) => isSheet(files.find((f) => f.fileId === id)?.name ?? ''));
  const asked = wanted || Boolean(item.chat) || lines.length > 0;
  if (!shown || (sheet && !asked)) {
    return (
      <>
        {sheet ? (
          <p className="field-hint chat-open">
            这是账单一类的表格：要用它算账，请到
            <Button type="link" className="inline-link" onClick={() => goScreen('transfers')}>
              流水
            </Button>
            点“导入账单”，放在这里的只作为证据。
          </p>
        ) : null}
        <Button type="link" className="inline-link chat-open" onClick={() => setWanted(true)}>
          这是聊天、短信、通话记录或录音
        </Button>
      </>
    );
  }
  const at = `evidence.${index}`;
  const account = ACCOUNTS[item.chat?.platform ?? (heard ? 'recording' : 'wechat')] ?? '账号';
  const demands = new Set((document.demands ?? []).map((d) => d.id));
  const written = lines.filter((l) => (l.content ?? '').trim() !== '').length;
  const dunning = lines.filter((l) => l.demandId && demands.has(l.demandId)).length;
  const quoted = lines.filter((l) => l.quoted ?? true).length;
  const noFile = (item.fileIds ?? []).length === 0;
  return (
    <Section
      title="聊天、短信、通话或录音"
      lead="法院先看这个号是不是对方的，再看说了什么、哪天说的。"
      actions={
        item.chat ? (
          <Button
            size="small"
            type="text"
            onClick={() => {
              setWanted(false);
              change(
                (d) => ({
                  ...d,
                  evidence: (d.evidence ?? []).map((e) =>
                    e.id === item.id ? { ...e, chat: null } : e,
                  ),
                }),
                '不是聊天或录音',
              );
            }}
          >
            不是聊天或录音
          </Button>
        ) : null
      }
    >
      <RadioField
        path={`${at}.chat.platform`}
        label="从哪里来"
        options={platforms}
        {...(item.chat ? { fallback: 'wechat' } : {})}
      />
      <Row>
        <TextField
          path={`${at}.chat.otherName`}
          label="对方显示的名字"
          placeholder="昵称或您写的备注"
        />
        <TextField path={`${at}.chat.otherAccount`} label={`对方的${account}`} />
        <TextField path={`${at}.chat.ownAccount`} label={`您自己的${account}`} />
      </Row>
      <div className="field">
        <div className="field-label">文字整理</div>
        <p className="plain-para">
          {written === 0 ? (
            <StateTag
              state={heard ? 'attention' : 'empty'}
              word={heard ? '录音还没有写成文字' : '还没有整理'}
            />
          ) : (
            <>
              已整理 {written} 条{heard ? '' : `，${quoted} 条会印进摘录表`}
              {dunning > 0 ? `，${dunning} 条连上了催收` : ''}。
            </>
          )}
        </p>
        <div className="button-line">
          <Button onClick={() => openTranscript(item.id)}>边看边整理文字</Button>
        </div>
        <div className="field-hint">
          {noFile
            ? '这份证据还没有文件：文字先存着，加入截图或录音后才会印进证据册。'
            : '要紧的几句写成“时间、说话人、内容”，证据册里附成摘录表，并注明页码；每次催款都能直接登记成一次催收。'}
        </div>
        {isMovable(document, item.id) ? null : (
          <div className="field-advice">
            这份证据已交给法院。再改文字，重做的证据册会和交上去的不一样，软件会提示您。
          </div>
        )}
      </div>
      <Checks at={at} item={item} />
    </Section>
  );
}
