/**
 * Calendar files (RFC 5545): all-day events with reminders, as phones and mail programs take them in.
 * Pure: the caller says what time it is.
 */

export interface CalendarEvent {
  /** Stays the same when the event moves, so that a calendar that reads the file again moves it too. */
  uid: string;
  /** YYYY-MM-DD. */
  date: string;
  summary: string;
  description: string;
  /** Reminders at nine in the morning, days before the event; 0: on the day. */
  alarms: readonly number[];
}

/** Octets of one content line at most (3.1); a character is never cut. */
const LINE = 75;
/** Hour of the reminders, local time. */
const HOUR = 9;

/** Backslash, semicolon, comma and line ends of a TEXT value (3.3.11); other controls may not stand in one. */
function escapeText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Cc}/gu, (ch) => (ch === '\n' ? ch : ' '))
    .replace(/[\\;,]/g, (ch) => `\\${ch}`)
    .replace(/\n/g, '\\n');
}

/** Octets of a character in UTF-8. */
function octets(ch: string): number {
  const code = ch.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/** One content line, folded. */
function fold(line: string): string {
  let out = '';
  let length = 0;
  for (const ch of line) {
    const size = octets(ch);
    if (length + size > LINE) {
      out += '\r\n ';
      length = 1;
    }
    out += ch;
    length += size;
  }
  return out;
}

const compact = (iso: string): string => iso.replaceAll('-', '');

function nextDay(iso: string): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** From the midnight the event starts with to nine o'clock `days` days before: -P6DT15H · PT9H. */
function trigger(days: number): string {
  if (days <= 0) return `PT${HOUR}H`;
  const whole = days - 1;
  return `-P${whole > 0 ? `${whole}D` : ''}T${24 - HOUR}H`;
}

function event(e: CalendarEvent, stamp: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(e.uid)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(e.date)}`,
    `DTEND;VALUE=DATE:${compact(nextDay(e.date))}`,
    `SUMMARY:${escapeText(e.summary)}`,
    ...(e.description ? [`DESCRIPTION:${escapeText(e.description)}`] : []),
    'TRANSP:TRANSPARENT',
    ...[...new Set(e.alarms)].flatMap((days) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escapeText(e.summary)}`,
      `TRIGGER:${trigger(days)}`,
      'END:VALARM',
    ]),
    'END:VEVENT',
  ];
}

/**
 * The text of an .ics file.
 * @param now the moment of writing, ISO 8601 in UTC (`2026-11-21T08:00:00.000Z`).
 */
export function calendarFile(name: string, events: readonly CalendarEvent[], now: string): string {
  const stamp = `${now.slice(0, 19).replace(/[-:]/g, '')}Z`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Jieju//Jieju//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    ...events.flatMap((e) => event(e, stamp)),
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}
