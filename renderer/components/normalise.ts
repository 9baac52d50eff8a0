/**
 * What people type, brought into the file's form when the field is left. Text that can't be read is
 * returned unchanged: it stays in the field, with the problem beside it.
 */
import { parseChineseDate } from '../../shared/text/chinese-date.ts';
import { parseAmount, yuan } from '../../shared/text/money.ts';
import { halfWidth } from '../../shared/text/normalise.ts';

/** Half-width, without blanks. */
export const compactText = (text: string): string => halfWidth(text).replace(/\s+/g, '');

/** `30万` `300,000` `¥300000` `300000元` → `300000.00`. */
export function moneyText(text: string): string {
  const amount = parseAmount(text);
  return amount.ok ? yuan(amount.fen) : text.trim();
}

/** `300000.00` → `300,000.00`; anything else unchanged. */
export function moneyShown(text: string): string {
  const m = /^(\d+)\.(\d{2})$/.exec(text);
  if (!m) return text;
  return `${(m[1] ?? '').replace(/\B(?=(\d{3})+$)/g, ',')}.${m[2]}`;
}

/** `2026年3月1日` `2026/3/1` `20260301` → `2026-03-01`. */
export function dateText(text: string): string {
  return text.trim() === '' ? '' : (parseChineseDate(text).iso ?? text.trim());
}

/** `9:5` `9点30分` `0930` → `09:30`. */
export function timeText(text: string): string {
  const t = compactText(text).replace('点半', ':30');
  const m = /^(\d{1,2})(?::|点|时)(\d{1,2})?分?$/.exec(t) ?? /^(\d{2})(\d{2})$/.exec(t);
  if (!m) return text.trim();
  return `${(m[1] ?? '').padStart(2, '0')}:${(m[2] ?? '0').padStart(2, '0')}`;
}

/** `14.6%` → `14.6`. */
export function percentText(text: string): string {
  return compactText(text).replace(/[%‰]$/, '').replace(/^\./, '0.');
}

const PEOPLES =
  '汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺'.split(
    ' ',
  );

/** `汉` → `汉族`: as the identity card and the papers have it. */
export function ethnicityText(text: string): string {
  const typed = compactText(text);
  return PEOPLES.includes(typed) ? `${typed}族` : text.trim();
}
