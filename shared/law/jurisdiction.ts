import { courtOfAddress } from './courts.ts';
import type { Explain, Notice } from './notice.ts';
import { cite, citeCpl } from './statutes.ts';

/**
 * Which courts may hear the suit (民事诉讼法 22–24, 35; 民间借贷规定 3; 管辖批复). All that are
 * competent are listed with the reason; the creditor chooses.
 */

export interface PlacedParty {
  name: string;
  /** 住所地. */
  domicile: string;
  /** 经常居住地, lived in for a year or more at filing; empty: the domicile. */
  habitualResidence?: string;
  /** The defendant is imprisoned or in compulsory detention (民事诉讼法 23). */
  imprisoned?: boolean;
}

export interface ForumClauseInput {
  kind: 'court' | 'arbitration' | 'either';
  wording: string;
  /** Court or place named. */
  named: string;
  connection:
    | 'defendant'
    | 'performance'
    | 'signing'
    | 'plaintiff'
    | 'subject'
    | 'other'
    | 'none'
    | 'unknown';
}

export interface ForumInput {
  plaintiffs: readonly PlacedParty[];
  /** Borrowers; guarantors sued together follow the main contract (担保制度解释 21). */
  defendants: readonly PlacedParty[];
  clause?: ForumClauseInput | null;
  /** The plaintiff took the debt over from the lender. */
  assigned?: boolean;
  asOf: string;
}

export interface CompetentCourt {
  /** Derived name; undefined: the address does not tell, the user fills it in. */
  court?: string;
  basis: 'agreed' | 'defendantDomicile' | 'performancePlace' | 'plaintiffDomicile';
  place: string;
  reason: string;
  article: string;
}

export interface ClauseFinding {
  state: 'valid' | 'void' | 'unclear' | 'blocks';
  reason: string;
  article: string;
}

export interface Forum {
  /** An arbitration agreement keeps the case out of court. */
  blocked: boolean;
  clause?: ClauseFinding;
  courts: CompetentCourt[];
  warnings: Notice[];
}

/** First day of 管辖批复 (法释〔2025〕15号). */
const REPLY_FROM = '2025-12-31';

const CONNECTION: Partial<Record<ForumClauseInput['connection'], string>> = {
  defendant: '被告住所地',
  performance: '合同履行地',
  signing: '合同签订地',
  plaintiff: '原告住所地',
  subject: '标的物所在地',
};

/** Whether a forum clause holds. */
export function clauseFinding(clause: ForumClauseInput, asOf: string): ClauseFinding {
  if (clause.kind === 'arbitration') {
    return {
      state: 'blocks',
      reason:
        '约定了仲裁，法院不受理；应向约定的仲裁机构申请。对方在首次开庭前不提出的，法院可以继续审理',
      article: `${citeCpl('notAccepted')}、${cite('arbitration', 5)}`,
    };
  }
  const either =
    clause.kind === 'either'
      ? '约定“仲裁或者诉讼”的，仲裁约定无效，法院管辖的约定仍按下列规则判断：'
      : '';
  const known = CONNECTION[clause.connection];
  if (known) {
    const signing = clause.connection === 'signing' ? '；签订地须是真实签订的地点，请准备证据' : '';
    return {
      state: 'valid',
      reason: `${either}约定的是${known}，属于法律列明的地点，约定有效${signing}`,
      article: either
        ? `${cite('jurisdictionReply', 4)}、${citeCpl('agreedCourt')}`
        : citeCpl('agreedCourt'),
    };
  }
  if (clause.connection === 'none') {
    return {
      state: 'void',
      reason: `${either}约定的地点与争议没有实际联系，约定无效，按法定管辖起诉`,
      article: asOf >= REPLY_FROM ? cite('jurisdictionReply', 1) : citeCpl('agreedCourt'),
    };
  }
  return {
    state: 'unclear',
    reason:
      clause.connection === 'other'
        ? `${either}约定的地点不在法律列明的五类之内，须有证据证明与争议有实际联系，否则约定无效`
        : `${either}约定的地点与本案的联系还没有填写，无法判断约定是否有效`,
    article: asOf >= REPLY_FROM ? cite('jurisdictionReply', 1) : citeCpl('agreedCourt'),
  };
}

function livesAt(p: PlacedParty): { place: string; words: string; article: string } {
  return p.habitualResidence
    ? { place: p.habitualResidence, words: '经常居住地', article: cite('cplInterp', 4) }
    : { place: p.domicile, words: '住所地', article: citeCpl('domicile') };
}

function withCourt(c: Omit<CompetentCourt, 'court'>): CompetentCourt {
  const court = courtOfAddress(c.place);
  return { ...c, ...(court ? { court } : {}) };
}

/** Lists the competent courts by statute, without a clause. */
function statutory(input: ForumInput): CompetentCourt[] {
  const out: CompetentCourt[] = [];
  for (const d of input.defendants) {
    const at = livesAt(d);
    if (at.place === '') continue;
    out.push(
      withCourt({
        basis: 'defendantDomicile',
        place: at.place,
        reason: `被告${d.name}的${at.words}`,
        article: `${citeCpl('domicile')}、${citeCpl('contractPlace')}`,
      }),
    );
  }
  for (const p of input.plaintiffs) {
    const at = livesAt(p);
    if (at.place === '') continue;
    out.push(
      withCourt({
        basis: 'performancePlace',
        place: at.place,
        reason: `请求还款时出借人${p.name}是接受货币一方，其${at.words}为合同履行地`,
        article: `${citeCpl('contractPlace')}、${cite('lending', 3)}、${cite('cplInterp', 18)}`,
      }),
    );
    if (input.defendants.length > 0 && input.defendants.every((d) => d.imprisoned)) {
      out.push(
        withCourt({
          basis: 'plaintiffDomicile',
          place: at.place,
          reason: '被告被监禁或者被采取强制性教育措施，由原告住所地法院管辖',
          article: citeCpl('imprisonedDefendant'),
        }),
      );
    }
  }
  const seen = new Set<string>();
  return out.filter((c) => {
    const key = `${c.basis}|${c.place}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Competent courts of a loan suit, the effect of the forum clause, and what to check. */
export function forum(input: ForumInput): Forum {
  const warnings: Notice[] = [];
  const courts = statutory(input);
  for (const c of courts) {
    if (!c.court) {
      warnings.push({
        code: 'courtUnknown',
        urgency: 'info',
        text: `从“${c.place}”看不出区县，请填写到区县的地址，或者直接填写法院名称`,
      });
    }
  }
  if (input.assigned) {
    warnings.push({
      code: 'assigned',
      urgency: 'info',
      text: '债权是受让来的，按原借款合同确定管辖；以受让人住所地起诉有争议',
      article: cite('lending', 3),
    });
  }
  if (!input.clause) return { blocked: false, courts, warnings };
  const clause = clauseFinding(input.clause, input.asOf);
  if (clause.state === 'blocks') return { blocked: true, clause, courts: [], warnings };
  if (clause.state === 'valid') {
    const agreed: CompetentCourt = {
      ...(input.clause.named.endsWith('法院') ? { court: input.clause.named } : {}),
      basis: 'agreed',
      place: input.clause.named,
      reason: '双方书面约定的法院',
      article: citeCpl('agreedCourt'),
    };
    if (/一方住所地/.test(input.clause.wording)) {
      warnings.push({
        code: 'domicileAtSigning',
        urgency: 'info',
        text: '约定一方住所地法院的，按合同签订时的住所地；之后搬迁的不改变',
        article: cite('cplInterp', 32),
      });
    }
    return { blocked: false, clause, courts: [agreed], warnings };
  }
  return { blocked: false, clause, courts, warnings };
}

/** Level of the court of first instance, by the claim's amount. */
export function courtLevel(
  amount: number,
  bothInOrOutOfProvince: boolean,
): { level: 'basic' | 'intermediate'; explain: Explain } {
  const [limit, article, words] = bothInOrOutOfProvince
    ? [50_000_000_000, cite('courtLevel', 1), '当事人住所地均在或者均不在本省，5亿元以上']
    : [10_000_000_000, cite('courtLevel', 2), '一方当事人住所地不在本省，1亿元以上'];
  const level = amount >= limit ? 'intermediate' : 'basic';
  return {
    level,
    explain: {
      text:
        level === 'basic'
          ? `由基层人民法院管辖（${words}的才由中级人民法院管辖）`
          : `由中级人民法院管辖：${words}`,
      article,
    },
  };
}
