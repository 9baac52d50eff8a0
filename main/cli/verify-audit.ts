/** `jieju verify-audit FILE`: checks an exported record of changes, link by link. */
import { readFile } from 'node:fs/promises';
import { NotALog, verifyExport } from '../store/audit-file.ts';
import { type Command, EXIT, UsageError, write } from './command.ts';
import { readArgs } from './options.ts';

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new UsageError(`${path}: ${missing ? '找不到这个文件' : '读不出这个文件'}`);
  }
}

/** Exit 0: the chain is whole; 1: rows do not fit, each told; 2: no such file, or no log. */
export const verifyAudit: Command = async (args, io) => {
  const { words, options } = readArgs(args, ['FILE'], { json: 'boolean' });
  const path = words[0] ?? '';
  const text = await readText(path);
  try {
    const found = verifyExport(text);
    const whole = found.faults.length === 0;
    const said = whole
      ? `完整：${found.rows} 条记录首尾相接，没有改动${found.erased > 0 ? `（其中 ${found.erased} 条的内容已随案件删除）` : ''}\n最后一条的校验码 ${found.head}\n`
      : `不完整：${found.faults.length} 处对不上\n${found.faults.map((f) => `第${f.n}条：${f.message}\n`).join('')}`;
    const json = { ok: whole, ...found };
    await write(io.stdout, options.json ? `${JSON.stringify(json, null, 2)}\n` : said);
    return whole ? EXIT.done : EXIT.failure;
  } catch (error) {
    if (error instanceof NotALog) throw new UsageError(`${path}: ${error.message}`);
    throw error;
  }
};
