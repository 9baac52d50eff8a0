/** When a picture or recording was made, as its file name tells: phones and WeChat write it there. */
import { isIsoDate } from './fields.ts';
import { naturalOrder } from './match-files.ts';

const two = (n: number | string) => String(n).padStart(2, '0');

/** 20240305, 20240305-210500, 20240305210500, 20240305_210500123 */
const COMPACT =
  /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?:[-_ T]?(\d{2})(\d{2})(\d{2})?(\d{3})?)?(?!\d)/g;

/** 2024-03-05-21-05-00, 2024年3月5日 21.05, 2024-03-05 at 9.05.00 PM, 2024-03-05 210500 */
const SPACED =
  /(?<!\d)((?:19|20)\d{2})[-_./年 ](\d{1,2})[-_./月 ](\d{1,2})日?(?:[-_ T.,]+(?:at )?(上午|下午|晚上)?(?:(\d{1,2})[-_.:：时点](\d{1,2})(?:[-_.:：分](\d{1,2}))?秒?|(\d{2})(\d{2})(\d{2})?)(?:[-_.]\d{3})?(?:\s*([AaPp])[Mm])?)?(?!\d)/g;

/** mmexport1709643900123: milliseconds since 1970. */
const EPOCH = /(?<!\d)(1[2-9]\d{11})(?!\d)/;

const CHINA_MS = 8 * 3_600_000;

interface Parts {
  day: readonly (string | undefined)[];
  clock: readonly (string | undefined)[];
  afternoon?: boolean;
  morning?: boolean;
}

/** YYYY-MM-DD HH:MM:SS, or the day alone; null when it is no moment of the calendar. */
function moment({ day, clock, afternoon, morning }: Parts): string | null {
  const [year = '', month = '', date = ''] = day;
  const iso = `${year}-${two(month)}-${two(date)}`;
  if (!isIsoDate(iso)) return null;
  const [h, m, s = '0'] = clock;
  if (h === undefined || m === undefined) return iso;
  const hour = (Number(h) % (afternoon || morning ? 12 : 24)) + (afternoon ? 12 : 0);
  const fits = Number(h) < 24 && Number(m) < 60 && Number(s) < 60;
  return fits ? `${iso} ${two(hour)}:${two(m)}:${two(s)}` : iso;
}

/**
 * The moment in a file's name, `2024-03-05 21:05:00` in China's time, or `2024-03-05` where only the day is
 * told; null when the name tells neither.
 */
export function captureTime(fileName: string): string | null {
  const stem = fileName.normalize('NFC').replace(/\.[^.]{1,5}$/, '');
  for (const m of stem.matchAll(SPACED)) {
    const half = m[11]?.toLowerCase();
    const found = moment({
      day: m.slice(1, 4),
      clock: m[5] === undefined ? m.slice(8, 11) : m.slice(5, 8),
      afternoon: half === 'p' || m[4] === '下午' || m[4] === '晚上',
      morning: half === 'a' || m[4] === '上午',
    });
    if (found) return found;
  }
  for (const m of stem.matchAll(COMPACT)) {
    const found = moment({ day: m.slice(1, 4), clock: m.slice(4, 7) });
    if (found) return found;
  }
  const epoch = EPOCH.exec(stem)?.[1];
  if (epoch === undefined) return null;
  return new Date(Number(epoch) + CHINA_MS).toISOString().slice(0, 19).replace('T', ' ');
}

export interface Taken {
  id: string;
  name: string;
  /** When it was taken into the case, ISO 8601. */
  takenAt: string;
  /** YYYY-MM-DD HH:MM as the file itself says; null when it does not. */
  capturedAt: string | null;
}

/** When a file was made: by its name, which screenshots bear, else as a camera wrote it into the file. */
export const madeAt = (file: Pick<Taken, 'name' | 'capturedAt'>): string | null =>
  captureTime(file.name) ?? file.capturedAt;

/**
 * Files in the order in which they were made. Those that tell no time stay at their places among the others;
 * where none tells one, the order of taking in and then of the names decides.
 * @returns the ids, and how many told no time
 */
export function orderByCapture(files: readonly Taken[]): { ids: string[]; untimed: number } {
  const all = files.map((file) => ({ file, at: madeAt(file) }));
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  const timed = all
    .filter((f) => f.at !== null)
    .sort((a, b) => compare(a.at ?? '', b.at ?? '') || naturalOrder(a.file.name, b.file.name));
  if (timed.length === 0) {
    const sorted = [...files].sort(
      (a, b) => compare(a.takenAt, b.takenAt) || naturalOrder(a.name, b.name),
    );
    return { ids: sorted.map((f) => f.id), untimed: files.length };
  }
  let next = 0;
  const ids = all.map((f) => {
    if (f.at === null) return f.file.id;
    next += 1;
    return timed[next - 1]?.file.id ?? f.file.id;
  });
  return { ids, untimed: all.length - timed.length };
}
