/** Reads a calendar file back by RFC 5545, apart from the code that writes it. */

export interface ReadAlarm {
  trigger: string;
  text: string;
}

export interface ReadEvent {
  uid: string;
  start: string;
  end: string;
  stamp: string;
  summary: string;
  description: string;
  alarms: ReadAlarm[];
}

const plain = (s: string): string =>
  s.replace(/\\([\\;,nN])/g, (_, ch: string) => (ch === 'n' || ch === 'N' ? '\n' : ch));

/** @throws Error for what no calendar program would read. */
export function readIcs(bytes: Uint8Array): { name: string; events: ReadEvent[] } {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  if (!text.endsWith('\r\n')) throw new Error('the last line has no end');
  const physical = text.slice(0, -2).split('\r\n');
  for (const line of physical) {
    if (/[\r\n]/.test(line)) throw new Error(`bare line end in ${line}`);
    if (new TextEncoder().encode(line).length > 75) throw new Error(`too long: ${line}`);
  }
  const lines: string[] = [];
  for (const line of physical) {
    if (/^[ \t]/.test(line)) lines[lines.length - 1] += line.slice(1);
    else lines.push(line);
  }
  const open: string[] = [];
  const events: ReadEvent[] = [];
  let name = '';
  for (const line of lines) {
    const m = /^([A-Z-]+)((?:;[A-Z-]+=[^:;]+)*):(.*)$/s.exec(line);
    if (!m) throw new Error(`no content line: ${line}`);
    const [, key = '', parameters = '', value = ''] = m;
    const event = events.at(-1);
    const alarm = event?.alarms.at(-1);
    const inside = open.at(-1);
    if (key === 'BEGIN') {
      open.push(value);
      if (value === 'VEVENT') {
        events.push({
          uid: '',
          start: '',
          end: '',
          stamp: '',
          summary: '',
          description: '',
          alarms: [],
        });
      }
      if (value === 'VALARM') event?.alarms.push({ trigger: '', text: '' });
    } else if (key === 'END') {
      if (open.pop() !== value) throw new Error(`END:${value} closes nothing`);
    } else if (inside === 'VALARM' && alarm) {
      if (key === 'TRIGGER') alarm.trigger = value;
      if (key === 'DESCRIPTION') alarm.text = plain(value);
    } else if (inside === 'VEVENT' && event) {
      if (key === 'UID') event.uid = plain(value);
      if (key === 'DTSTAMP') event.stamp = value;
      if (key === 'DTSTART') event.start = parameters === ';VALUE=DATE' ? value : `bad ${value}`;
      if (key === 'DTEND') event.end = parameters === ';VALUE=DATE' ? value : `bad ${value}`;
      if (key === 'SUMMARY') event.summary = plain(value);
      if (key === 'DESCRIPTION') event.description = plain(value);
    } else if (inside === 'VCALENDAR' && key === 'X-WR-CALNAME') name = plain(value);
  }
  if (open.length > 0) throw new Error(`${open.join(', ')} not closed`);
  return { name, events };
}
