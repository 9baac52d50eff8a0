/** Section 对纠纷解决方式的意愿: asked, never ticked silently (form 01 A6). */
import type { Case } from '../../shared/case/case.ts';
import { box, type Row, t } from '../paper.ts';
import { MEDIATION_BENEFITS } from './complaint-notice.ts';
import { complaintGrid as grid, HEIGHT, type Line, labelRow, sectionBar } from './element-form.ts';

function understood(value: boolean | null | undefined): Line {
  return [t('了解'), box(value === true), t('  不了解'), box(value === false)];
}

export function willRows(c: Case): Row[] {
  const m = c.suit.mediation;
  const row = (label: string, lines: Line[], field: string, minHeight?: number) =>
    labelRow(grid.party, label, lines, {
      field: `suit.mediation.${field}`,
      ...(minHeight ? { minHeight } : {}),
    });
  return [
    sectionBar(grid, '对纠纷解决方式的意愿'),
    row(
      '是否了解调解作为非诉讼纠纷解决方式，能及时、高效、低成本、不伤和气地解决纠纷',
      [understood(m.understands)],
      'understands',
    ),
    row(
      '是否了解先行调解解决纠纷的好处',
      MEDIATION_BENEFITS.flatMap((text, i): Line[] => [text, understood(m.benefits[i])]),
      'benefits',
      HEIGHT.mediationBenefits,
    ),
    row(
      '是否考虑先行调解',
      [
        [t('是'), box(m.willing === 'yes')],
        [t('否'), box(m.willing === 'no')],
        [t('暂不确定，想要了解更多内容'), box(m.willing === 'undecided')],
      ],
      'willing',
    ),
  ];
}
