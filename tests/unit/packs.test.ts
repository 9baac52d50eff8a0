/** Filing packs: slot order, names, copies, what the user adds, gates, the checklist on top. */
import { describe, expect, it } from 'vitest';
import type { CaseDocument } from '../../shared/case/case.ts';
import { packDestinations } from '../../shared/packs.ts';
import { paperTemplate } from '../../templates/index.ts';
import { packChecklist } from '../../templates/packs/checklist.ts';
import { packSpecs } from '../../templates/packs/specs.ts';
import { packOf, packsOf } from '../../templates/packs.ts';
import { paperText } from '../../templates/paper.ts';
import { contextOf } from '../helpers/paper-context.ts';

type Change = (d: CaseDocument) => void;

/** The sample before any suit. */
const early: Change = (d) => {
  d.judgment = null;
  d.enforcement = null;
  d.suit = { court: '乙市丁区人民法院' };
  d.claim = {};
};
const line = (x: ReturnType<typeof contextOf>, destination: (typeof packDestinations)[number]) =>
  packOf(destination, x).items.map((i) => `${i.slot} ${i.paperId ?? i.name} ${i.copies}`);

it('knows every destination and names no paper that does not exist', () => {
  expect(packSpecs.map((s) => s.destination)).toEqual([...packDestinations]);
  const papers = packSpecs.flatMap((s) => [
    ...s.leads,
    ...s.slots.flatMap((slot) => slot.places.flatMap((p) => ('paper' in p ? [p.paper] : []))),
  ]);
  expect(papers.filter((id) => paperTemplate(id) === undefined)).toEqual([]);
});

describe('first instance', () => {
  it('follows the portal’s slots 0 to 4, with what only the user can add', () => {
    expect(line(contextOf(), 'filing')).toEqual([
      '0 complaint-elements 2',
      '1 王某的居民身份证复印件 1',
      '1 李某的身份信息 1',
      '3 evidence-list 2',
      '3 证据材料 2',
      '3 interest-schedule 2',
      '4 service-address 1',
    ]);
  });

  it('names files by slot, material and party, and marks what waits for a signature', () => {
    const items = packOf('filing', contextOf()).items;
    expect(items.map((i) => i.fileName)).toEqual([
      '01-民事起诉状-王某',
      '02-王某的居民身份证-王某',
      '02-李某的身份信息-王某',
      '04-证据目录-王某',
      '04-证据材料-王某',
      '04-利息计算清单-王某',
      '05-送达地址确认书-王某',
    ]);
    expect(items.flatMap((i) => i.signatures)).toEqual(['具状人', '提交人', '制表人', '受送达人']);
  });

  it('counts a copy for each opponent, one for the court and those asked for', () => {
    const more: Change = (d) => {
      d.parties?.push({
        id: 'zhang',
        kind: 'person',
        role: 'guarantor',
        name: '张某',
        domicile: '某地',
      });
      d.suit = { ...d.suit, extraCopies: 1 };
    };
    expect(line(contextOf(more), 'filing')[0]).toBe('0 complaint-elements 4');
    const own: Change = (d) => {
      d.choices = { 'pack-filing': { extraCopies: '3' } };
    };
    expect(line(contextOf(own), 'filing')[0]).toBe('0 complaint-elements 5');
  });

  it('takes the written form and further papers when the user says so', () => {
    const own: Change = (d) => {
      early(d);
      d.choices = { 'pack-filing': { form: 'narrative', include: ['mediation-application'] } };
    };
    const found = line(contextOf(own), 'filing');
    expect(found[0]).toBe('0 complaint-narrative 2');
    expect(found.at(-1)).toBe('5 mediation-application 1');
    expect(line(contextOf(early), 'filing')).not.toContain('5 mediation-application 1');
  });

  it('asks an agent for the power of attorney and an organisation for its papers', () => {
    const found = packOf(
      'filing',
      contextOf((d) => {
        d.parties = [
          {
            id: 'wang',
            kind: 'organisation',
            role: 'lender',
            name: '甲省某某建材有限公司',
            domicile: '某地',
            creditCode: '91110000MA01234565',
            representative: '王某',
            phone: '13800000001',
          },
          ...(d.parties ?? []).slice(1),
        ];
        d.agents = [
          { id: 'a', partyId: 'wang', name: '赵某', kind: 'lawyer', authority: 'special' },
        ];
      }),
    ).items;
    expect(found.map((i) => i.paperId ?? i.name)).toEqual(
      expect.arrayContaining([
        'representative-certificate',
        'power-of-attorney',
        '甲省某某建材有限公司的营业执照复印件',
        '赵某：律师事务所函、律师执业证复印件',
      ]),
    );
    expect(found.find((i) => i.paperId === 'complaint-elements')?.fileName).toBe(
      '01-民事起诉状-甲省某某建材有限公司',
    );
  });
});

it('puts an enforcement pack into the portal’s five slots', () => {
  expect(line(contextOf(), 'enforcement')).toEqual([
    '0 enforcement-elements 1',
    '0 delay-interest-schedule 1',
    '0 asset-clues 1',
    '1 （2026）甲0104民初1234号判决书副本 1',
    '1 生效证明 1',
    '3 王某的居民身份证复印件 1',
    '3 李某的身份信息 1',
    '3 payee-account 1',
    '3 王某的收款银行卡复印件 1',
    '4 service-address 1',
  ]);
});

it('says of each pack whether it fits and why', () => {
  const state = (x: ReturnType<typeof contextOf>) =>
    packsOf(x)
      .filter((p) => p.fits)
      .map((p) => p.destination);
  expect(state(contextOf())).toEqual(['filing', 'enforcement', 'dishonest']);
  expect(state(contextOf(early, '2026-03-16'))).toEqual([
    'mediation',
    'payment-order',
    'preservation',
    'filing',
  ]);
  for (const pack of packsOf(contextOf())) expect(pack.why, pack.destination).not.toBe('');
});

describe('a gap', () => {
  const gap: Change = (d) => {
    if (d.enforcement?.bankAccount) d.enforcement.bankAccount.number = '';
  };

  it('stops the papers it touches and no other, and is told in the checklist', () => {
    const x = contextOf(gap);
    const pack = packOf('enforcement', x);
    const blocked = pack.items.filter((i) => i.state === 'blocked').map((i) => i.paperId);
    expect(blocked).toContain('enforcement-elements');
    expect(blocked).not.toContain('service-address');
    expect(pack.items[0]?.missing[0]).toMatchObject({ path: 'enforcement.bankAccount.number' });
    const text = paperText(packChecklist(pack, x)).join('\n');
    expect(text).toContain('请填写收款的银行账号');
    expect(text).toContain('□待补');
  });

  it('in the court’s figures is told at its field, and the default counts', () => {
    const pack = packOf(
      'filing',
      contextOf((d) => {
        d.choices = {
          'pack-filing': { sizeLimit: '很大', extraCopies: '-1', checkedOn: '2026-13-01' },
        };
      }),
    );
    expect(pack.settings).toMatchObject({ sizeLimit: 10, extraCopies: 0, checkedOn: null });
    expect(pack.missing.map((m) => m.path)).toEqual([
      'choices.pack-filing.checkedOn',
      'choices.pack-filing.sizeLimit',
      'choices.pack-filing.extraCopies',
    ]);
  });
});

it('prints the court’s own wishes with their source and day on the checklist', () => {
  const x = contextOf((d) => {
    d.choices = {
      'pack-filing': {
        sizeLimit: '20',
        formats: ['PDF'],
        source: '立案窗口告知',
        checkedOn: '2026-03-10',
        extra: ['诉讼费退费账户确认书'],
      },
    };
  });
  const text = paperText(packChecklist(packOf('filing', x), x)).join('\n');
  expect(text).toContain('单个文件不超过20MB；格式PDF');
  expect(text).toContain('依据：立案窗口告知（2026年3月10日）。以受理法院平台提示为准');
  expect(text).toContain('诉讼费退费账户确认书');
  const plain = contextOf();
  expect(paperText(packChecklist(packOf('filing', plain), plain)).join('\n')).toContain(
    '尚未向受理法院核实',
  );
});
