/** What a recorded contact does to limitation and to the guarantee periods. */
import { type DemandEffect, demandEffects } from '../../../shared/law/demand-effect.ts';
import { StateTag } from '../../components/index.ts';
import { useCase } from '../../state/case-store.ts';
import { useToday } from '../../state/clock.ts';

const TAG = {
  done: { state: 'complete', word: '已起作用' },
  waits: { state: 'attention', word: '待补充' },
  none: { state: 'empty', word: '不起作用' },
} as const satisfies Record<DemandEffect['state'], object>;

export function Effects({ demandId }: { demandId: string }) {
  const { lastGood } = useCase();
  const today = useToday();
  const demand = lastGood?.demands.find((d) => d.id === demandId);
  if (!lastGood || !demand) return null;
  const effects = demandEffects(lastGood, demand, today);
  if (effects.length === 0) return null;
  return (
    <section className="effects" aria-label="对期限的影响" aria-live="polite">
      <h3>对期限的影响</h3>
      <ul className="plain-list">
        {effects.map((e) => (
          <li key={e.text}>
            <StateTag {...TAG[e.state]} /> {e.text}
            {e.article ? <span className="law-ref">{e.article}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
