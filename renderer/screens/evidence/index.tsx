/** Evidence: what proves what, with the files kept unchanged under their SHA-256. */
import { Button, Segmented } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { CaseDocument } from '../../../shared/case/case.ts';
import { type ChatGap, chatGaps } from '../../../shared/case/chat-checks.ts';
import { exhibitNumbers } from '../../../shared/case/exhibits.ts';
import { inOrder, isMovable, moveBeside, stepEvidence } from '../../../shared/case/order.ts';
import { call } from '../../bridge.ts';
import {
  type Column,
  Empty,
  Page,
  RecordList,
  StateTag,
  sayRemoved,
} from '../../components/index.ts';
import { SplitEditor } from '../../components/split.tsx';
import { undo, useCase } from '../../state/case-store.ts';
import {
  chooseFiles,
  chooseFolder,
  dropFiles,
  forgetChat,
  useEvidenceFiles,
} from '../../state/evidence-files.ts';
import { useFacts } from '../../state/facts.ts';
import { say, sayError, sayWith } from '../../state/feedback.ts';
import { focusDone, useFocusIndex, useRoute } from '../../state/navigation.ts';
import { withoutEvidence } from '../../state/proof-links.ts';
import { closeTranscript, combine, openTranscript, useTranscript } from '../../state/transcript.ts';
import { useViewer } from '../../state/viewer.ts';
import { BundleDialog } from './bundle-dialog.tsx';
import { DropArea } from './drop-area.tsx';
import { FactsView } from './facts.tsx';
import { BrokenNotice, ChatOffer, RefusedNotice } from './file-notices.tsx';
import { FolderDialog } from './folder-dialog.tsx';
import { ItemForm } from './item-form.tsx';
import { LooseFiles } from './loose-files.tsx';
import { ReadingNotice } from './reading.tsx';
import { soundIds } from './sounds.ts';
import { TranscriptScreen } from './transcript-screen.tsx';
import { groupWord } from './words.ts';
import './evidence.css';

type Item = NonNullable<CaseDocument['evidence']>[number];

const GAPS = {
  unchecked: { state: 'partial', word: '没核对' },
  weak: { state: 'attention', word: '核对有缺' },
  untranscribed: { state: 'attention', word: '录音没写文字' },
} as const satisfies Record<ChatGap, object>;

/** Where the overview and the complaint's checks lead to. */
const FACTS = 'evidence.facts';
const FIXED = '已交给法院，编号和顺序不再变动';

/** The key that a Mac names otherwise. */
const CTRL = /Mac/.test(navigator.platform) ? '⌘' : 'Ctrl';

const orderNote = (handedIn: number): string =>
  handedIn > 0
    ? `有 ${handedIn} 份已交给法院，编号和顺序不再变动；其余的拖动一行（或按 Alt 加上下键）调整，编号跟着变。`
    : '拖动一行（或按 Alt 加上下键）调整顺序，编号跟着变；交给法院锁定以后就不再变。';

/** The exhibit that a file is looked at for; of those that have the file the open one before others. */
function ownerOf(
  items: readonly Item[],
  target: { fileId: string; itemId?: string },
  openId: string | null,
): string | null {
  const having = items.filter((e) => e.fileIds?.includes(target.fileId)).map((e) => e.id);
  return [target.itemId, openId].find((id) => id && having.includes(id)) ?? having[0] ?? null;
}

export default function Evidence() {
  const { document, caseId, change, addRecord, problemsUnder, flush } = useCase();
  const { files, refused, busy, plan, chat } = useEvidenceFiles(caseId);
  const items = document.evidence ?? [];
  const [openId, setOpenId] = useState<string | null>(null);
  const [binding, setBinding] = useState(false);
  const [broken, setBroken] = useState<readonly string[]>([]);
  const asked = useFocusIndex('evidence');
  const askedId = asked === null ? undefined : items[asked]?.id;
  useEffect(() => {
    if (askedId) setOpenId(askedId);
  }, [askedId]);
  const index = items.findIndex((e) => e.id === openId);
  const { facts, open } = useFacts();
  const [view, setView] = useState<'list' | 'facts'>('list');
  const route = useRoute();
  useEffect(() => {
    const line = /^evidence\.(\d+)\.transcript\.(\d+)/.exec(route.focus ?? '');
    const spoken = items[Number(line?.[1])];
    if (line && spoken) {
      openTranscript(spoken.id, Number(line[2]));
      focusDone(route.request);
    } else if (route.focus?.startsWith('evidence.')) closeTranscript();
    if (route.focus?.startsWith('evidence.')) setView(route.focus === FACTS ? 'facts' : 'list');
    if (route.focus === FACTS) focusDone(route.request);
  }, [route.focus, route.request, items]);
  // What is looked at beside the list is what is open in it, so that nothing is written into another exhibit.
  const { target, request } = useViewer();
  const looked = useRef(request);
  useEffect(() => {
    if (looked.current === request) return;
    looked.current = request;
    const owner = target && !target.quiet ? ownerOf(items, target, openId) : null;
    if (owner === null) return;
    setView('list');
    setOpenId(owner);
  }, [request, target, items, openId]);
  const openItem = (id: string) => {
    setView('list');
    setOpenId(id);
  };

  const numbers = exhibitNumbers(document);
  const ordered = useMemo(() => inOrder(document), [document]);
  const bad = new Set(
    items.filter((_, i) => problemsUnder(`evidence.${i}`).length > 0).map((e) => e.id),
  );
  const doubtful = new Set(files.filter((f) => f.warning).map((f) => f.fileId));
  const sounds = soundIds(files);
  const heard = (e: Item) => (e.fileIds ?? []).some((id) => sounds.has(id));
  const key = `${index >= 0}|${items.filter((e) => !isMovable(document, e.id)).length}|${items.map((e) => e.id).join()}|${[...bad].join()}|${[...doubtful].join()}|${[...sounds].join()}`;
  // Beside its form a row shows what tells it from the others; the name needs the room.
  const narrow = index >= 0;
  const columns: Column<Item>[] = [
    { key: 'n', title: '编号', width: 56, render: (e) => numbers.get(e.id) },
    {
      key: 'name',
      title: '证据名称',
      render: (e) => (
        <>
          {e.name || '（未命名）'} {bad.has(e.id) ? <StateTag state="attention" /> : null}
          {e.fileIds?.some((id) => doubtful.has(id)) ? (
            <StateTag state="attention" word="文件要看一下" />
          ) : null}
          {isMovable(document, e.id) ? null : <StateTag state="complete" word="已交" />}
          {e.purpose ? null : <StateTag state="partial" word="没写证明目的" />}{' '}
          {chatGaps(e, heard(e)).map((gap) => (
            <StateTag key={gap} {...GAPS[gap]} />
          ))}
        </>
      ),
    },
    ...(narrow
      ? []
      : ([
          { key: 'group', title: '分组', width: 92, render: (e) => groupWord(e.group) },
          {
            key: 'files',
            title: '文件',
            align: 'right',
            width: 60,
            render: (e) => e.fileIds?.length || '',
          },
        ] satisfies Column<Item>[])),
    { key: 'pages', title: '页数', align: 'right', width: 60, render: (e) => e.pages ?? '' },
  ];
  const pages = useMemo(
    () => items.reduce((n, e) => n + (typeof e.pages === 'number' ? e.pages : 0), 0),
    [items],
  );

  const moves = {
    onMove: (id: string, target: string, behind: boolean) =>
      change((d) => moveBeside(d, id, target, behind), '调整证据顺序'),
    onStep: (id: string, by: -1 | 1) => change((d) => stepEvidence(d, id, by), '调整证据顺序'),
    fixed: (id: string) => (isMovable(document, id) ? '' : FIXED),
  };
  const handedIn = items.filter((e) => !isMovable(document, e.id)).length;

  const add = () => setOpenId(addRecord('evidence', { group: 'agreement', name: '' }, '新增证据'));
  const remove = (ids: string[]) => {
    if (openId && ids.includes(openId)) setOpenId(null);
    const frozen = ids.filter((id) => !isMovable(document, id)).map((id) => numbers.get(id));
    change((d) => withoutEvidence(d, ids), '删除证据');
    sayRemoved(
      frozen.length > 0
        ? ` ${ids.length} 份证据。证据${frozen.join('、')}已交给法院，编号空着保留，不会给别的证据`
        : ` ${ids.length} 份证据`,
    );
  };
  const combineItems = (ids: readonly string[], asChat = false) => {
    const done = combine(ids, asChat);
    if ('refused' in done) {
      sayError(done.refused);
      return;
    }
    setOpenId(done.id);
    sayWith((close) => (
      <span>
        已合成一份，文件、标记、文字和关联都在
        <Button
          type="link"
          size="small"
          onClick={() => {
            undo();
            close();
          }}
        >
          撤销
        </Button>
      </span>
    ));
  };
  const verify = async () => {
    if (!caseId) return;
    try {
      await flush();
      const result = await call('evidence.verify', { caseId });
      setBroken(result.broken.map((b) => b.name));
      if (result.broken.length === 0) say(`已核对 ${result.checked} 个文件，内容与取入时完全一致`);
    } catch (error) {
      sayError(error);
    }
  };

  const writing = useTranscript();
  const written = items.findIndex((e) => e.id === writing.itemId);
  if (written >= 0) {
    const { itemId, line } = writing;
    return (
      <TranscriptScreen key={`${itemId} ${line}`} index={written} start={line} files={files} />
    );
  }

  return (
    <DropArea onDrop={(dropped) => void dropFiles(null, dropped)}>
      <Page
        wide
        title="证据"
        lead="把文件或文件夹拖进来，或者直接粘贴截图。软件不改动原文件，记下指纹和取入时间，日后能证明没动过。"
        actions={
          <>
            {files.length > 0 ? <Button onClick={() => void verify()}>核对文件</Button> : null}
            {items.length > 0 ? <Button onClick={() => setBinding(true)}>生成证据册</Button> : null}
            <Button onClick={add}>只登记，不放文件</Button>
            <Button disabled={busy} onClick={() => void chooseFolder()}>
              加入文件夹
            </Button>
            <Button type="primary" loading={busy} onClick={() => void chooseFiles(null)}>
              加入文件
            </Button>
          </>
        }
      >
        <ReadingNotice />
        <ChatOffer
          ids={chat.filter((id) => items.some((e) => e.id === id))}
          onCombine={() => {
            forgetChat();
            combineItems(chat, true);
          }}
        />
        <RefusedNotice refused={refused} />
        <LooseFiles files={files} />
        <BrokenNotice names={broken} onClose={() => setBroken([])} />
        {facts.length > 0 ? (
          <Segmented<'list' | 'facts'>
            aria-label="看什么"
            className="evidence-view"
            value={view}
            onChange={setView}
            options={[
              { value: 'list', label: '证据清单' },
              {
                value: 'facts',
                label: open.length > 0 ? `要证明的事实（缺 ${open.length} 件）` : '要证明的事实',
              },
            ]}
          />
        ) : null}
        {view === 'facts' ? (
          <FactsView facts={facts} onOpen={openItem} />
        ) : (
          <SplitEditor
            hasEditor={index >= 0}
            list={
              <>
                {ordered.length > 1 ? (
                  <p className="grey list-note">
                    按住 {CTRL} 点选几份（连着的按住 Shift），可以合成一份，例如同一段聊天的截图。
                    {orderNote(handedIn)}
                  </p>
                ) : null}
                <RecordList
                  label="证据"
                  records={ordered}
                  moves={moves}
                  columns={columns}
                  columnsKey={key}
                  openId={openId}
                  onOpen={setOpenId}
                  onNew={add}
                  onDelete={remove}
                  bulk={{ label: '合成一份证据', least: 2, onRun: (ids) => combineItems(ids) }}
                  totals={[
                    ...['', `共 ${items.length} 份`],
                    ...(narrow ? [] : ['', '']),
                    pages > 0 ? pages : '',
                  ]}
                  empty={
                    <Empty
                      sentence="至少要有三样：您的身份证、借条或约定借款的聊天、转账凭证。把文件拖到这一页。"
                      example="1 身份证；2《借条》；3 银行转账电子回单；4 催款的微信聊天记录，证明对方认账。"
                      action={
                        <Button
                          type="primary"
                          loading={busy}
                          onClick={() => void chooseFiles(null)}
                        >
                          加入文件
                        </Button>
                      }
                    />
                  }
                />
              </>
            }
            editor={
              index >= 0 ? (
                <ItemForm
                  key={openId}
                  index={index}
                  files={files}
                  onRemove={() => remove([openId ?? ''])}
                />
              ) : null
            }
          />
        )}
        {plan ? <FolderDialog plan={plan} /> : null}
        {binding ? <BundleDialog onClose={() => setBinding(false)} /> : null}
      </Page>
    </DropArea>
  );
}
