/** One line for the facts that nothing proves yet, promises of the debtor among them, with the way to them. */
import { Button } from 'antd';
import { unprovedPromises } from '../../../shared/proof/facts.ts';
import { Notice } from '../../components/index.ts';
import { useCase } from '../../state/case-store.ts';
import { useFacts } from '../../state/facts.ts';
import { focusField } from '../../state/navigation.ts';

export function Unproved() {
  const { lastGood } = useCase();
  const { facts, open } = useFacts();
  const promises = lastGood && !lastGood.judgment ? unprovedPromises(lastGood, facts) : [];
  const all = [...open, ...promises];
  const [first] = all;
  if (!first) return null;
  return (
    <Notice tone="attention">
      {all.length === 1
        ? `有一件事还缺证据：${first.text}，${first.gap}。`
        : `有 ${all.length} 件事还缺证据，例如：${first.text}，${first.gap}。`}{' '}
      <Button
        type="link"
        size="small"
        className="inline-link"
        onClick={() => focusField('evidence.facts')}
      >
        看看怎么补
      </Button>
    </Notice>
  );
}
