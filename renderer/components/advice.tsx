/** Under a field: what the law says to the date or sum in it. It advises, never blocks. */
import { useRecordNotices } from '../state/record-notices.ts';

export function Advice({ path }: { path: string }) {
  const notices = useRecordNotices(path);
  return (
    <>
      {notices.map((n) => (
        <div key={n.text} className="field-advice" role="status">
          {n.text}。{n.article ? <span className="law-ref">{n.article}</span> : null}
        </div>
      ))}
    </>
  );
}
