/** What the list says of original and copy: nothing the user has not said. */
import { expect, test } from 'vitest';
import type { CaseDocument } from '../../shared/case/case.ts';
import { combineEvidence } from '../../shared/case/combine.ts';
import { proposedForm } from '../../shared/proof/propose.ts';
import { formText } from '../../templates/evidence-list.ts';
import { caseWith } from './case-kit.ts';

type Item = NonNullable<CaseDocument['evidence']>[number];

const shown = (more: Partial<Item>): string => {
  const c = caseWith((d) => {
    d.evidence = [...(d.evidence ?? []), { id: 'x', group: 'agreement', name: '材料', ...more }];
  });
  const item = c.evidence.at(-1);
  if (!item) throw new Error('no item');
  return formText(item);
};

test('the original is promised only after a yes', () => {
  expect(shown({ form: 'copy' })).toBe('复印件');
  expect(shown({ form: 'copy', originalHeld: null })).toBe('复印件');
  expect(shown({ form: 'copy', originalHeld: false })).toBe('复印件');
  expect(shown({ form: 'copy', originalHeld: true })).toBe('复印件（原件备查）');
  expect(shown({})).toBe('复印件');
  expect(shown({ originalHeld: true })).toBe('复印件（原件备查）');
});

test('a chat or recording without a chosen form is electronic data; what was chosen stays', () => {
  expect(shown({ chat: { platform: 'wechat' } })).toBe('电子数据打印件');
  expect(shown({ chat: { platform: 'wechat' }, carrier: '原告手机' })).toBe(
    '电子数据打印件（原始载体：原告手机）',
  );
  expect(shown({ chat: { platform: 'wechat' }, form: 'copy' })).toBe('复印件');
  expect(shown({ chat: { platform: 'recording' }, form: 'original' })).toBe('原件');
});

test('files of office programs and pictures of a screen are electronic; a photo says nothing', () => {
  const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  const shot = { mime: 'image/png', device: '', name: 'Screenshot_20240305_211455.png' };
  expect(proposedForm('other', [{ mime: docx, device: '' }])).toBe('electronic');
  expect(proposedForm('other', [shot])).toBe('electronic');
  expect(proposedForm('delivery', [{ ...shot, name: '截图1.png' }])).toBe('electronic');
  expect(proposedForm('other', [{ ...shot, name: 'IMG_1.jpg' }])).toBeNull();
});

test('pieces made one keep the first form that was chosen', () => {
  const made = (forms: (Item['form'] | undefined)[]) => {
    const evidence = forms.map((form, i): Item => {
      const base = { id: `e${i}`, group: 'other' as const, name: `图${i}` };
      return form ? { ...base, form } : base;
    });
    const d = { evidence, evidenceReleases: [] } as unknown as CaseDocument;
    const done = combineEvidence(
      d,
      evidence.map((e) => e.id),
    );
    if ('refused' in done) throw new Error(done.refused);
    return done.document.evidence?.[0]?.form;
  };
  expect(made([undefined, undefined])).toBeUndefined();
  expect(made([undefined, 'electronic'])).toBe('electronic');
  expect(made(['copy', 'electronic'])).toBe('copy');
});
