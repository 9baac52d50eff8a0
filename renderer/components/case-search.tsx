/** Ctrl/⌘K: find a case by any word in it and open it, without leaving the keyboard. */
import { Input, type InputRef, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { CaseSummary } from '../../shared/api.ts';
import { call } from '../bridge.ts';
import { enterCase } from '../state/cases.ts';
import { sayError } from '../state/feedback.ts';
import { closeSearch, useSearchOpen } from '../state/search.ts';

export function CaseSearch() {
  const open = useSearchOpen();
  const [search, setSearch] = useState('');
  const [found, setFound] = useState<CaseSummary[]>([]);
  const [at, setAt] = useState(0);
  const input = useRef<InputRef | null>(null);

  useEffect(() => {
    if (!open) return;
    let stale = false;
    call('cases.list', { search: search.trim() })
      .then((list) => {
        if (stale) return;
        setFound(list);
        setAt(0);
      })
      .catch(sayError);
    return () => {
      stale = true;
    };
  }, [open, search]);

  const choose = (c: CaseSummary | undefined) => {
    if (!c) return;
    closeSearch();
    setSearch('');
    void enterCase(c.caseId);
  };

  return (
    <Modal
      open={open}
      onCancel={closeSearch}
      footer={null}
      closable={false}
      title={<span className="sr-only">查找案件</span>}
      width={560}
      afterOpenChange={(isOpen) => isOpen && input.current?.focus()}
    >
      <Input
        ref={input}
        value={search}
        placeholder="输入姓名、案号、证据名称或说明里的字"
        aria-label="查找案件"
        role="combobox"
        aria-expanded
        aria-controls="case-search-list"
        aria-activedescendant={found[at] ? `found-${found[at].caseId}` : undefined}
        onChange={(e) => setSearch(e.target.value)}
        onKeyDown={(e) => {
          if (e.key === 'ArrowDown') setAt((i) => Math.min(i + 1, found.length - 1));
          else if (e.key === 'ArrowUp') setAt((i) => Math.max(i - 1, 0));
          else if (e.key === 'Enter' && !e.nativeEvent.isComposing) choose(found[at]);
          else return;
          e.preventDefault();
        }}
      />
      <div id="case-search-list" className="search-list" role="listbox" aria-label="找到的案件">
        {found.slice(0, 12).map((c, i) => (
          <div
            key={c.caseId}
            id={`found-${c.caseId}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === at}
            className={i === at ? 'search-hit search-here' : 'search-hit'}
            onMouseDown={() => choose(c)}
          >
            <span>{c.title}</span>
            <span className="grey">{c.hit || c.borrowers}</span>
          </div>
        ))}
        {found.length === 0 ? <p className="grey search-none">没有找到，换个字试试。</p> : null}
      </div>
    </Modal>
  );
}
