/**
 * What has to be looked at before a chat, a message or a recording is handed in: evidence rules arts. 14, 15,
 * 90, 93, 94 and the courts' practice with chat records.
 */
import type { ChatRecord } from './record-parts.ts';

export type ChatCheckKey = keyof ChatRecord['checks'];

export interface ChatCheck {
  key: ChatCheckKey;
  question: string;
  /** Why the court asks. */
  why: string;
  /** What to do when the answer is no. */
  mend: string;
}

export const CHAT_CHECKS: readonly ChatCheck[] = [
  {
    key: 'originalKept',
    question: '原来的手机和账号还在吗？',
    why: '开庭时要当庭登录、打开原记录给法官看；只有截图，对方又不承认的，不能单独作为依据。',
    mend: '找一找旧手机、电脑端和备份，能恢复的先恢复；都没有的，准备转账记录、对方承认等别的证据。找到以后不要卸载、不要换机。',
  },
  {
    key: 'accountShown',
    question: '截图里能看到对方的微信号或者手机号吗？',
    why: '昵称和备注随时能改，法院看的是账号。',
    mend: '点开对方头像，把资料页（微信号、手机号、备注）截下来，和聊天放在同一份证据里；自己的账号页也截一张。',
  },
  {
    key: 'identityTied',
    question: '能证明这个账号就是对方本人在用吗？',
    why: '对方说“这不是我”，就要靠这一条。',
    mend: '找转账时显示实名的页面、对方发来的身份证照片、用这个手机号收过的款；也可以请法院向腾讯、支付宝或者运营商查询。',
  },
  {
    key: 'complete',
    question: '这段对话前后连续、没有跳着截吗？',
    why: '只截对自己有利的几句，法院可以要求看全部，对方也会质疑。',
    mend: '从借钱说起到最近一次，按顺序一屏接一屏重新截，相邻两屏重叠一两句。',
  },
  {
    key: 'timesVisible',
    question: '每一段都能看到日期和时间吗？',
    why: '哪天催的、哪天认的账，决定时效还剩多久。',
    mend: '往上滑到显示日期的地方重新截；微信可以长按消息看发送时间。',
  },
  {
    key: 'voicesTranscribed',
    question: '语音和录音都写成文字了吗？没有语音的选“是”。',
    why: '法官看卷时听不了语音，要有写明时间和说话人的文字。',
    mend: '点“边看边整理文字”，听一句写一句，照原话写；原来的语音、录音文件也要保留。',
  },
  {
    key: 'nothingDeleted',
    question: '这段对话里一条都没有删过吗？',
    why: '对方手机里也有一份，删过的会对不上，整段都可能不被采信。',
    mend: '从现在起不要再删、不要清缓存。删过的，到电脑端、备份里找回；找不回的，开庭时照实说明。',
  },
];

type Answers = { [key in ChatCheckKey]?: boolean | null | undefined };

/** The part of an exhibit, as typed, that this looks at. */
export interface ChatItem {
  group: string;
  form?: string | undefined;
  chat?: { platform?: string | undefined; checks?: Answers | undefined } | null | undefined;
  transcript?: readonly { content?: string | undefined }[] | undefined;
}

/** unchecked: questions not answered · weak: a no among the answers · untranscribed: sound without words. */
export type ChatGap = 'unchecked' | 'weak' | 'untranscribed';

/** Is it a chat, a message, a call or a recording, as far as the record tells? */
export function isChat(item: ChatItem): boolean {
  return Boolean(item.chat) || (item.group === 'demand' && item.form === 'electronic');
}

/** Questions without an answer, and answered no. */
export function chatAnswers(item: ChatItem): { open: ChatCheck[]; no: ChatCheck[] } {
  const checks: Answers = item.chat?.checks ?? {};
  return {
    open: CHAT_CHECKS.filter((c) => (checks[c.key] ?? null) === null),
    no: CHAT_CHECKS.filter((c) => checks[c.key] === false),
  };
}

/**
 * What an exhibit still lacks as electronic evidence.
 * @param sounds does it hold a sound or video file, as far as is known
 */
export function chatGaps(item: ChatItem, sounds: boolean): ChatGap[] {
  const gaps: ChatGap[] = [];
  if (isChat(item)) {
    const { open, no } = chatAnswers(item);
    if (open.length > 0) gaps.push('unchecked');
    else if (no.length > 0) gaps.push('weak');
  }
  const written = (item.transcript ?? []).some((l) => (l.content ?? '').trim() !== '');
  if ((sounds || item.chat?.platform === 'recording') && !written) gaps.push('untranscribed');
  return gaps;
}
