/**
 * How long it takes to read the words of files: `node bench/reading.ts [pages]`. Recognises screenshots and
 * scans, reads a text layer, and looks through 2,000 stored pages. Prints JSON.
 */

import { readFileText } from '../main/evidence/reading/read-file.ts';
import type { PageText, Task } from '../main/evidence/reading/types.ts';
import { sniff } from '../main/evidence/sniff.ts';
import { renderPdf } from '../main/papers/pdf.ts';
import { p } from '../templates/paper.ts';
import { drawChat, drawSheet, scannedPdf } from '../tests/helpers/draw-text.ts';

const count = Number(process.argv[2] ?? 5);

const talk = [
  '王哥，能不能再借我30万元周转一下？厂里货款下个月到，到时连本带利还你',
  '之前的5万你还没还呢',
  '这次一起还，我给你打借条，月息1.5%',
  '好，转账300,000.00元，用途写借款',
  '收到了，谢谢王哥。2024年9月5日前一定还清',
  '身份证复印件也发我一份',
  '110101198503071234',
  '借款已经到期半个月了，什么时候还？',
  '最近手头紧，再宽限两个月',
];
const contract = Array.from(
  { length: 24 },
  (_, i) => `第${i + 1}条　借款人应当按照约定的期限返还借款并支付利息，逾期`,
);

async function read(bytes: Uint8Array, task: Task): Promise<{ ms: number; pages: PageText[] }> {
  const pages: PageText[] = [];
  const started = performance.now();
  await readFileText(
    { key: 'k', name: 'f', size: bytes.length, mime: sniff(Buffer.from(bytes), true) },
    task,
    async (_, from, length) => bytes.slice(from, from + length),
    { page: async (page) => void pages.push(page), check: () => undefined },
  );
  return { ms: performance.now() - started, pages };
}

const signs = (pages: readonly PageText[]) =>
  pages.flatMap((page) => page.lines).reduce((n, l) => n + l.text.length, 0);
const round = (n: number) => Math.round(n * 100) / 100;

const screenshot = drawChat(
  '李娜',
  '2024年3月5日 下午2:15',
  talk.map((text, i) => ({ mine: i % 2 === 1, text })),
);
const first = await read(screenshot, { what: 'ocr', pages: [1] });
const chats: number[] = [];
for (let i = 0; i < count; i++)
  chats.push((await read(screenshot, { what: 'ocr', pages: [1] })).ms);
const scan = await scannedPdf([drawSheet('借款合同', contract)]);
const scans: number[] = [];
let seen: PageText[] = [];
for (let i = 0; i < count; i++) {
  const { ms, pages } = await read(scan, { what: 'ocr', pages: [1] });
  scans.push(ms);
  seen = pages;
}
const { pdf, pages } = renderPdf({
  id: 'bench',
  title: '合同',
  profile: 'T',
  fileName: 'bench',
  date: '2026-01-01',
  pageNumber: { prefix: '', counted: false },
  blocks: Array.from({ length: 60 }, () => contract)
    .flat()
    .map((text) => p('plain', text)),
});
const layer = await read(pdf, { what: 'layer' });
const median = (list: readonly number[]) => [...list].sort((a, b) => a - b)[list.length >> 1] ?? 0;
console.log(
  JSON.stringify(
    {
      engineAndFirstScreenshotSeconds: round(first.ms / 1000),
      screenshotSeconds: round(median(chats) / 1000),
      screenshotSigns: signs(first.pages),
      scannedPageSeconds: round(median(scans) / 1000),
      scannedPageSigns: signs(seen),
      textLayerMillisecondsPerPage: round(layer.ms / pages),
      memoryMegabytes: Math.round(process.memoryUsage().rss / 1e6),
    },
    null,
    2,
  ),
);
process.exit(0);
