/** The frame of a screen: one heading, one task; sections with small headings; teaching empty states. */
import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { useCase } from '../state/case-store.ts';
import { useRoute } from '../state/navigation.ts';
import { goBack, useWayBack } from '../state/way-back.ts';

/** A screen. `wide` for tables; forms keep one comfortable column. */
export function Page({
  title,
  lead,
  actions,
  wide = false,
  children,
}: {
  title: string;
  /** One sentence: what this screen is for. */
  lead?: ReactNode;
  actions?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement | null>(null);
  useEffect(() => {
    document.title = `${title} · 借据`;
  }, [title]);
  return (
    <div className={wide ? 'page page-wide' : 'page'}>
      <header className="page-head">
        <div>
          <h1 ref={heading}>{title}</h1>
          {lead ? <p className="page-lead">{lead}</p> : null}
        </div>
        {actions ? <div className="page-actions">{actions}</div> : null}
      </header>
      {children}
      <BackWhence />
    </div>
  );
}

/** Come from what a paper or 失信评估 lacks: one click leads back to it. */
function BackWhence() {
  const from = useWayBack();
  const { caseId } = useCase();
  const { page, screen } = useRoute();
  if (from === null || from.caseId !== caseId || page !== 'case') return null;
  if (screen === 'papers' || screen === from.screen) return null;
  return (
    <div className="back-bar">
      <Button icon={<ArrowLeftOutlined />} onClick={() => goBack(from)}>
        回到{from.title}
      </Button>
    </div>
  );
}

/** A part of a form, under a thin rule. */
export function Section({
  title,
  id,
  lead,
  actions,
  children,
}: {
  title: string;
  /** For the page's own index. */
  id?: string;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="section" {...(id === undefined ? {} : { id })}>
      <div className="section-head">
        <h2>{title}</h2>
        {actions}
      </div>
      {lead ? <p className="section-lead">{lead}</p> : null}
      {children}
    </section>
  );
}

/** The parts of a long page, each one press away. */
export function PageIndex({ parts }: { parts: readonly (readonly [id: string, word: string])[] }) {
  return (
    <nav className="page-index" aria-label="本页内容">
      {parts.map(([id, word]) => (
        <button
          key={id}
          type="button"
          onClick={() => document.getElementById(id)?.scrollIntoView({ block: 'start' })}
        >
          {word}
        </button>
      ))}
    </nav>
  );
}

/** Two or three short fields that belong together, side by side where there is room. */
export function Row({ children }: { children: ReactNode }) {
  return <div className="field-row">{children}</div>;
}

/** An empty screen: one sentence, one example, one button. */
export function Empty({
  sentence,
  example,
  action,
}: {
  sentence: ReactNode;
  example?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="empty">
      <p className="empty-sentence">{sentence}</p>
      {example ? (
        <div className="empty-example">
          <span className="empty-example-label">例如</span>
          {example}
        </div>
      ) : null}
      {action}
    </div>
  );
}
