import { describe, expect, test } from 'vitest';
import { captureTime, orderByCapture } from '../../shared/case/capture-time.ts';

describe('when a picture was made, by its name', () => {
  test.each([
    ['Screenshot_20240305-210500.png', '2024-03-05 21:05:00'],
    ['Screenshot_20240305_210500_com.tencent.mm.jpg', '2024-03-05 21:05:00'],
    ['Screenshot_2024-03-05-21-05-00-123_com.tencent.mm.jpg', '2024-03-05 21:05:00'],
    ['微信图片_20240305210500.jpg', '2024-03-05 21:05:00'],
    ['微信图片_20240305210500(1).jpg', '2024-03-05 21:05:00'],
    ['IMG_20240305_210500123.jpg', '2024-03-05 21:05:00'],
    ['IMG20240305210500.heic', '2024-03-05 21:05:00'],
    ['PXL_20240305_210500.mp4', '2024-03-05 21:05:00'],
    ['截屏2024-03-05 21.05.00.png', '2024-03-05 21:05:00'],
    ['截屏2024-03-05 下午9.05.00.png', '2024-03-05 21:05:00'],
    ['Screenshot 2024-03-05 at 9.05.00 PM.png', '2024-03-05 21:05:00'],
    ['Screenshot 2024-03-05 at 12.05.00 AM.png', '2024-03-05 00:05:00'],
    ['屏幕截图 2024-03-05 210500.png', '2024-03-05 21:05:00'],
    ['2024年3月5日 21时05分 通话.m4a', '2024-03-05 21:05:00'],
    // 2024-03-05 13:05:00 UTC, evening in China.
    ['mmexport1709643900123.jpg', '2024-03-05 21:05:00'],
    ['IMG_20240305.jpg', '2024-03-05'],
    ['2024.3.5 催款.jpg', '2024-03-05'],
  ])('%s', (name, at) => expect(captureTime(name)).toBe(at));

  test.each([
    '聊天1.jpg',
    '13800001111.jpg',
    'IMG_20241305_210500.jpg',
    '20240230.jpg',
    'IMG_4023.PNG',
  ])('no time in %s', (name) => expect(captureTime(name)).toBeNull());

  test('an hour that does not exist leaves the day', () => {
    expect(captureTime('IMG_20240305_256100.jpg')).toBe('2024-03-05');
  });
});

describe('the order in which pictures were made', () => {
  const files = (...names: string[]) =>
    names.map((name, i) => ({
      ...{ id: `f${i}`, name, takenAt: `2026-01-01T00:00:0${9 - i}Z` },
      capturedAt: null as string | null,
    }));

  test('by time; what tells none stays at its place, and is counted', () => {
    const list = files('微信图片_20240307090000.jpg', '封面.jpg', 'Screenshot_20240305-210500.png');
    expect(orderByCapture(list)).toEqual({ ids: ['f2', 'f1', 'f0'], untimed: 1 });
  });

  test('a photo that tells its time itself takes its place among the names', () => {
    const [a, b, c] = files('20240307090000.jpg', '照片.jpg', '20240305210500.jpg');
    if (!a || !b || !c) throw new Error('files');
    const list = [a, { ...b, capturedAt: '2024-03-06 12:00' }, c];
    expect(orderByCapture(list)).toEqual({ ids: ['f2', 'f1', 'f0'], untimed: 0 });
    // The name comes first: a screenshot sent on is written anew, its name stays.
    expect(orderByCapture([a, { ...c, capturedAt: '2025-01-01 00:00' }]).ids).toEqual(['f2', 'f0']);
  });

  test('same second: 2 before 10', () => {
    const list = files('20240305210500(10).jpg', '20240305210500(2).jpg');
    expect(orderByCapture(list).ids).toEqual(['f1', 'f0']);
  });

  test('no name tells a time: as they were taken in', () => {
    expect(orderByCapture(files('b.jpg', 'a.jpg', 'c.jpg'))).toEqual({
      ids: ['f2', 'f1', 'f0'],
      untimed: 3,
    });
    const same = files('聊天10.jpg', '聊天2.jpg').map((f) => ({ ...f, takenAt: '' }));
    expect(orderByCapture(same).ids).toEqual(['f1', 'f0']);
  });
});
