/** One filing pack: what is in it slot by slot, what is missing, what the user adds, export and print. */
import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { PackItemSummary, PackSummary } from '../../../shared/api.ts';
import { packChoices } from '../../../shared/packs.ts';
import { call } from '../../bridge.ts';
import { Notice, StateTag } from '../../components/index.ts';
import { currentCase, flush } from '../../state/case-store.ts';
import { today } from '../../state/clock.ts';
import { say, sayError } from '../../state/feedback.ts';
import { ChoiceForm } from './choice-form.tsx';
import { MissingLinks } from './missing.tsx';
import { PackDialog } from './pack-dialog.tsx';

const STATES = {
  ready: { state: 'complete', word: '已备' },
  blocked: { state: 'attention', word: '缺内容' },
  unfit: { state: 'empty', word: '不适用' },
  hand: { state: 'partial', word: '您来补' },
} as const;

interface Props {
  pack: PackSummary;
  onOpenPaper(id: string): void;
}

export function PackView({ pack, onOpenPaper }: Props) {
  const [exporting, setExporting] = useState(false);
  const [busy, setBusy] = useState(false);
  const slots = [...new Set(pack.items.map((i) => i.slot))].map((slot) => ({
    slot,
    items: pack.items.filter((i) => i.slot === slot),
  }));
  const count = (state: PackItemSummary['state']) =>
    pack.items.filter((i) => i.state === state).length;
  const print = async () => {
    const { caseId } = currentCase();
    if (!caseId) return;
    setBusy(true);
    try {
      await flush();
      const { pages } = await call('packs.print', {
        caseId,
        destination: pack.destination,
        today: today(),
      });
      say(`已用系统的 PDF 程序打开，共 ${pages} 页`);
    } catch (error) {
      sayError(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="preview">
      <div className="preview-bar">
        <h2>{pack.name}：整套材料</h2>
        {pack.fits ? (
          <>
            <Button icon={<PrinterOutlined />} loading={busy} onClick={() => void print()}>
              打印全部
            </Button>
            <Button type="primary" onClick={() => setExporting(true)}>
              导出整套
            </Button>
          </>
        ) : null}
      </div>
      {pack.fits ? (
        <p className="grey preview-why">
          {pack.receiver ? `交到${pack.receiver}。` : ''}
          {pack.why}。{pack.basis}。
        </p>
      ) : (
        <Notice title="现在用不上">{pack.why}</Notice>
      )}
      {pack.fits && pack.missing.length > 0 ? (
        <Notice tone="attention">
          <MissingLinks list={pack.missing} />
        </Notice>
      ) : null}
      {pack.fits ? (
        <div className="preview-body pack-body">
          <div className="pack-items">
            <p>
              软件生成 {count('ready')} 份，您来补 {count('hand')} 份
              {count('blocked') > 0 ? `，缺内容 ${count('blocked')} 份` : ''}
              。最上面是一页材料清单。
            </p>
            {slots.map(({ slot, items }) => (
              <section key={slot} aria-label={items[0]?.slotTitle}>
                <h3>
                  {String(slot + 1).padStart(2, '0')}　{items[0]?.slotTitle}
                </h3>
                <ul>
                  {items.map((item) => (
                    <Item key={item.fileName} item={item} onOpenPaper={onOpenPaper} />
                  ))}
                </ul>
              </section>
            ))}
          </div>
          <aside className="preview-side" aria-label="这套材料的选项">
            <ChoiceForm
              owner={packChoices(pack.destination)}
              choices={pack.choices}
              missing={pack.missing}
            />
          </aside>
        </div>
      ) : null}
      {exporting ? <PackDialog pack={pack} onClose={() => setExporting(false)} /> : null}
    </div>
  );
}

function Item({ item, onOpenPaper }: { item: PackItemSummary; onOpenPaper(id: string): void }) {
  const look = STATES[item.state];
  const { paperId } = item;
  const blocking = item.missing.filter((m) => m.level === 'blocking');
  return (
    <li className="pack-item">
      <div className="pack-line">
        {paperId ? (
          <Button type="link" className="pack-name" onClick={() => onOpenPaper(paperId)}>
            {item.name}
          </Button>
        ) : (
          <span className="pack-name">{item.name}</span>
        )}
        <span className="pack-copies">
          {item.copies} 份{item.original ? '' : '复印件'}
        </span>
        <StateTag state={look.state} word={look.word} />
      </div>
      {item.signatures.length > 0 ? (
        <div className="grey">待签名、盖章：{item.signatures.join('、')}</div>
      ) : null}
      {blocking.length > 0 ? (
        <MissingLinks list={blocking} />
      ) : item.note ? (
        <div className="grey">{item.note}</div>
      ) : null}
    </li>
  );
}
