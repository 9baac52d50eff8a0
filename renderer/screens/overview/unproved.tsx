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
  // The same number as on 证据; a promise nobody can show is told beside it.
  const [first] = open.length > 0 ? open : promises;
  if (!first) return null;
  return (
    <Notice tone="attention">
      {open.length > 1
        ? `有 ${open.length} 件事还缺证据，例如：${first.text}，${first.gap}。`
        : `有一件事还缺证据：${first.text}，${first.gap}。`}
      {open.length > 0 && promises.length > 0
        ? `另有 ${promises.length} 次还款承诺没有留下证据。`
        : ''}{' '}
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
