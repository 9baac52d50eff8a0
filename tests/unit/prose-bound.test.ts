/** Differences between drafts, and figures, dates and names of edited passages bound to the case. */
import { describe, expect, it } from 'vitest';
import type { CaseDocument } from '../../shared/case/case.ts';
import { diffText, sentences } from '../../shared/text/diff.ts';
import { rebind } from '../../shared/text/rebind.ts';
import { passages } from '../../templates/index.ts';
import { contextOf, missing } from '../helpers/paper-context.ts';

describe('diffText', () => {
  it.each([
    ['', ''],
    ['甲。乙。', '甲。丙。'],
    ['2023年3月1日，李某借款300,000元。未还。', '2023年4月1日，李某借款280,000元。未还。已催。'],
    ['a\nb；c', 'b；c\nd'],
    ['全部不同', '完全换掉了。'],
  ])('gives both texts back: %j → %j', (older, newer) => {
    const parts = diffText(older, newer, ['李某']);
    const side = (skip: string) =>
      parts
        .filter((p) => p.kind !== skip)
        .map((p) => p.text)
        .join('');
    expect(side('added')).toBe(older);
    expect(side('removed')).toBe(newer);
    expect(sentences(older).join('')).toBe(older);
  });

  it('keeps figures, dates and names whole', () => {
    const parts = diffText('李四于2023年3月1日借300,000元。', '李某于2023年4月1日借280,000元。', [
      '李某',
    ]);
    expect(parts.filter((p) => p.kind !== 'same').map((p) => p.text)).toEqual([
      '李四',
      '李某',
      '2023年3月1日',
      '2023年4月1日',
      '300,000元',
      '280,000元',
    ]);
  });

  it('replaces whole what is too long to compare, without hanging', () => {
    const older = Array.from({ length: 6000 }, (_, i) => `甲${i}`).join('，');
    const newer = Array.from({ length: 6000 }, (_, i) => `乙${i * 7}`).join('，');
    const start = performance.now();
    expect(diffText(older, newer).length).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

type Change = (d: CaseDocument) => void;
const FACTS = 'complaint-elements.facts';
const draftOf = (change: Change = () => undefined, key = FACTS) =>
  passages(contextOf(change)).find((p) => p.key === key)?.draft ?? '';

/** Problems at the edited passage: edited from the untouched sample, then the data changed. */
const found = (words: (draft: string) => string, change: Change, key = FACTS) => {
  const basis = draftOf(undefined, key);
  const x = contextOf((d) => {
    change(d);
    d.prose = [{ key, text: words(basis), basis }];
  });
  return missing(key.split('.')[0] ?? '', x)
    .filter((m) => m.path === 'prose.0.text' && m.level === 'blocking')
    .map((m) => m.message);
};
const less: Change = (d) => {
  const [loan] = d.loans ?? [];
  const [paid] = d.transfers ?? [];
  if (loan) loan.agreedAmount = '280000.00';
  if (paid) paid.amount = '280000.00';
};

describe('edited passages', () => {
  it('say nothing while the figures are the data’s, whatever else the user writes', () => {
    expect(
      found(
        (t) => `${t}被告曾答应每月还500元。`,
        () => undefined,
      ),
    ).toEqual([]);
    expect(found(() => '被告至今未还。', less)).toEqual([]);
  });

  it('name a figure the data have left behind, with what stands there now', () => {
    expect(found((t) => `${t}望判如所请。`, less)).toEqual([
      '“事实与理由”里写的300,000元是原来的数字，现在是280,000元，请改成一致',
    ]);
  });

  it('find one of two equal figures that no longer holds', () => {
    const onlyPaid: Change = (d) => {
      const [paid] = d.transfers ?? [];
      if (paid) paid.amount = '280000.00';
    };
    expect(found((t) => t, onlyPaid)).toHaveLength(1);
  });

  it('name an old date', () => {
    const later: Change = (d) => {
      const [loan] = d.loans ?? [];
      if (loan) loan.due = '2024-03-31';
    };
    const messages = found((t) => t, later);
    expect(messages).toContain(
      '“事实与理由”里写的2024年2月29日是原来的日期，现在是2024年3月31日，请改成一致',
    );
  });

  it('name a party under the former name', () => {
    const renamed: Change = (d) => {
      const borrower = d.parties?.find((p) => p.role === 'borrower');
      if (borrower) borrower.name = '李四光';
    };
    const key = 'mediation-application.facts';
    const basis = draftOf((d) => {
      d.judgment = null;
      d.suit = {};
      d.enforcement = null;
    }, key);
    const x = contextOf((d) => {
      renamed(d);
      d.judgment = null;
      d.suit = {};
      d.enforcement = null;
      d.prose = [{ key, text: `${basis}（已核对）`, basis }];
    });
    expect(missing('mediation-application', x).map((m) => m.message)).toContain(
      '“争议事实”里还写着“李某”，当事人已改为“李四光”，请改成一致',
    );
  });

  it('hold a claimed sum the user made up against the computation', () => {
    const key = 'complaint-elements.claims';
    expect(
      found(
        () => '1. 判令被告偿还借款本金31万元；',
        () => undefined,
        key,
      ),
    ).toEqual(['“诉讼请求”里写的本金310,000元与计算的本金300,000元不一致，请改成一致']);
    expect(
      found(
        () => '1. 判令被告支付共计312,345元；',
        () => undefined,
        key,
      ),
    ).toHaveLength(1);
    expect(
      found(
        () => '1. 判令被告偿还借款本金30万元；',
        () => undefined,
        key,
      ),
    ).toEqual([]);
  });
});

describe('rebind', () => {
  const basis = '李四于2023年3月1日借款300,000元，至今未还。';
  const draft = '李某于2023年4月1日借款280,000元，至今未还。';

  it('carries changed figures, dates and names over into the user’s own words', () => {
    expect(rebind('2023年3月1日，李四借走30万元。', basis, draft, ['李某'])).toEqual({
      text: '2023年4月1日，李某借走280,000元。',
      left: [],
    });
    expect(rebind('他没有还。', basis, draft, ['李某'])).toEqual({ text: '他没有还。', left: [] });
  });

  it('leaves what the new draft still has elsewhere to the user', () => {
    const two = '载明300,000元，交付300,000元。';
    const now = '载明300,000元，交付280,000元。';
    expect(rebind(two, two, now, [])).toEqual({ text: two, left: ['300,000元'] });
  });
});
