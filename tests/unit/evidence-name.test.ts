import { describe, expect, test } from 'vitest';
import { evidenceGroup, evidenceTitle, visibleText } from '../../shared/case/evidence-name.ts';

describe('the name of a file as the name of evidence', () => {
  test('signs that turn text around are gone, the letters stay', () => {
    expect(visibleText('回单\u202Efdp.exe')).toBe('回单fdp.exe');
    expect(visibleText('\u200F聊天\u2066记录\u2069')).toBe('聊天记录');
  });

  test('what no court font can print is left out, digits and brackets stay', () => {
    expect(evidenceTitle('聊天🧾\u200F记录\u202E(2).jpg')).toBe('聊天记录(2)');
    expect(evidenceTitle('借条👍🏽 ☎️ 2024#1.pdf')).toBe('借条 2024#1');
    expect(evidenceTitle('转账 50,000.00 元.png')).toBe('转账 50,000.00 元');
    expect(evidenceTitle('🧾.png')).toBe('未命名的文件');
    expect(evidenceTitle('没有后缀')).toBe('没有后缀');
  });

  test('the group follows what the name speaks of', () => {
    const said = (name: string) => evidenceGroup(name);
    expect(
      ['身份证正面.jpg', '借条照片.png', '银行回单.pdf', '微信还款回单.pdf'].map(said),
    ).toEqual(['identity', 'agreement', 'delivery', 'performance']);
    expect(
      ['催款聊天.jpg', '律师费发票.pdf', '房屋抵押合同.pdf', '一审判决书.pdf'].map(said),
    ).toEqual(['demand', 'costs', 'security', 'enforcement']);
    expect(said('IMG_2024.jpg')).toBe('other');
    expect(said('微信聊天记录.jpg')).toBe('other');
  });
});
