/**
 * Letters and messages to a debtor: what must not be in them (form 08a, 08c). Threats, other people,
 * court-like words and listing before a judgment stop the paper; the lender would be answering for them.
 */
import type { Missing } from '../template.ts';
import { blocking, insults } from './common.ts';

const UNLAWFUL: readonly [RegExp, string][] = [
  [/失信|限制(?:高)?消费|限高|黑名单|征信/, '判决生效以前不能用列入名单、限制消费来催收'],
  [/拘留|坐牢|判刑|抓(?:你|您|人)|报警|刑事|诈骗/, '不能用拘留、追究刑事责任来催收'],
  [/曝光|朋友圈|公开(?:你|您)|张贴|拉横幅/, '不能以公开对方的信息来催收'],
  [
    /上门|堵门|去(?:你|您)(?:家|单位|公司)|通知(?:你|您)的?(?:家人|单位|同事|父母|亲友)/,
    '不能以上门、通知他人来催收',
  ],
  [
    /(?:家人|父母|子女|孩子|配偶|亲友|同事|领导)(?:知道|负责|替你|替您|还)/,
    '不能牵涉对方的家人、同事',
  ],
  [/后果自负|等着瞧|别怪|不客气|走着瞧|弄死|收拾/, '不能有威胁的话'],
  [/传票|法院通知|最后通牒|执行通知/, '不能写得像法院的文书'],
];

/** Texts the user wrote or changed, by their paths. */
export function unlawfulWording(texts: readonly [path: string, text: string][]): Missing[] {
  return [
    ...texts.flatMap(([path, text]) =>
      UNLAWFUL.flatMap(([pattern, why]) => {
        const found = pattern.exec(text);
        return found ? [blocking(path, `“${found[0]}”请删去：${why}`)] : [];
      }),
    ),
    ...insults([...texts]),
  ];
}
