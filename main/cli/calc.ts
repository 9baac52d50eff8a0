import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { calcTopic, calcTopicNames, runCalc } from '../../shared/calc/registry.ts';
import type { CalcTopic } from '../../shared/calc/topic.ts';
import { type CliIo, EXIT, UsageError, write } from './command.ts';

/** `jieju calc TOPIC --json '{…}'` and `jieju calc TOPIC --jsonl` (see docs/cli.md). */

const BATCH = 64 * 1024;

type Answer = { ok: true; text: string } | { ok: false; field: string; message: string };

function answer(topic: CalcTopic, line: string): Answer {
  let input: unknown;
  try {
    input = JSON.parse(line);
  } catch {
    return {
      ok: false,
      field: 'json',
      message: '不是有效的 JSON，应为一个对象，例如 {"amount": "300000.00"}',
    };
  }
  const reply = runCalc(topic, input);
  return reply.ok ? { ok: true, text: JSON.stringify(reply.result) } : reply;
}

/** Lines of a stream, ended by LF or CRLF and by nothing else that JSON may hold in a string. */
async function* linesOf(stream: Readable): AsyncGenerator<string> {
  const clean = (line: string) => (line.endsWith('\r') ? line.slice(0, -1) : line);
  const decoder = new StringDecoder('utf8');
  let rest: string[] = [];
  for await (const chunk of stream) {
    const parts = decoder.write(chunk as Buffer).split('\n');
    for (const part of parts.slice(0, -1)) {
      yield clean([...rest, part].join(''));
      rest = [];
    }
    rest.push(parts.at(-1) ?? '');
  }
  const last = rest.join('') + decoder.end();
  if (last !== '') yield clean(last);
}

/** A line's answer; a fault of ours spoils only its own line. */
function lineAnswer(topic: CalcTopic, line: string): { answer: Answer; fault: boolean } {
  try {
    return { answer: answer(topic, line), fault: false };
  } catch (e) {
    const message = `没有算出来：${e instanceof Error ? e.message : String(e)}`;
    return { answer: { ok: false, field: '输入', message }, fault: true };
  }
}

async function lines(topic: CalcTopic, io: CliIo): Promise<number> {
  let code: number = EXIT.done;
  let out = '';
  let first = true;
  for await (const raw of linesOf(io.stdin)) {
    const { answer: a, fault } = lineAnswer(topic, first ? raw.replace(/^\uFEFF/, '') : raw);
    first = false;
    if (a.ok) out += `${a.text}\n`;
    else {
      code = fault || code === EXIT.failure ? EXIT.failure : EXIT.badInput;
      out += `${JSON.stringify({ error: { field: a.field, message: a.message } })}\n`;
    }
    if (out.length > BATCH) {
      await write(io.stdout, out);
      out = '';
    }
  }
  await write(io.stdout, out);
  if (code !== EXIT.done) await write(io.stderr, '有的行输入有误，见各行的 error\n');
  return code;
}

/** The words after `calc`: topic, then `--json TEXT`, `--json=TEXT` or `--jsonl`. */
export async function calc(args: readonly string[], io: CliIo): Promise<number> {
  const [name, flag, ...rest] = args;
  const topic = name === undefined ? undefined : calcTopic(name);
  if (!topic) {
    const given = name === undefined ? '没有给出' : `没有“${name}”这个`;
    throw new UsageError(`TOPIC: ${given}计算项目，可用的有：${calcTopicNames.join(' ')}`);
  }
  if (flag === '--jsonl' && rest.length === 0) return lines(topic, io);
  const inline = flag?.startsWith('--json=') ? flag.slice('--json='.length) : undefined;
  const text = flag === '--json' ? rest[0] : inline;
  if (text === undefined || rest.length > (inline === undefined ? 1 : 0)) {
    throw new UsageError(`用法：jieju calc ${name} --json '{…}' 或 jieju calc ${name} --jsonl`);
  }
  const a = answer(topic, text);
  if (!a.ok) throw new UsageError(`${a.field}: ${a.message}`);
  await write(io.stdout, `${a.text}\n`);
  return EXIT.done;
}
