import { readFileSync, writeFileSync } from 'node:fs';

/** Place and size of the window on the screen, in device-independent pixels. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What is remembered of the window. Without a place the system chooses one. */
export interface WindowState {
  readonly width: number;
  readonly height: number;
  readonly x?: number;
  readonly y?: number;
  readonly maximized: boolean;
}

export const MIN_WIDTH = 1100;
export const MIN_HEIGHT = 700;
const FIRST: WindowState = { width: 1280, height: 800, maximized: false };

function isBounds(value: unknown): value is Bounds & { maximized?: unknown } {
  if (typeof value !== 'object' || value === null) return false;
  const record = value as Record<string, unknown>;
  return ['x', 'y', 'width', 'height'].every((key) => Number.isInteger(record[key]));
}

/**
 * The window as it was left: never smaller than the minimum, never off every screen that is there now.
 * A file that is missing or damaged gives the first window.
 */
export function readWindowState(file: string, screens: readonly Bounds[]): WindowState {
  let saved: unknown;
  try {
    saved = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return FIRST;
  }
  if (!isBounds(saved)) return FIRST;
  const width = Math.max(saved.width, MIN_WIDTH);
  const height = Math.max(saved.height, MIN_HEIGHT);
  const maximized = saved.maximized === true;
  // Enough of the title bar to take hold of must be on a screen.
  const { x, y } = saved;
  const reachable = screens.some(
    (screen) =>
      x + width - 100 > screen.x &&
      x + 100 < screen.x + screen.width &&
      y >= screen.y &&
      y + 50 < screen.y + screen.height,
  );
  return reachable ? { width, height, x, y, maximized } : { width, height, maximized };
}

/** Remembers the window; that it cannot be written is no reason to disturb anyone. */
export function writeWindowState(file: string, bounds: Bounds, maximized: boolean): void {
  try {
    const { x, y, width, height } = bounds;
    writeFileSync(file, JSON.stringify({ x, y, width, height, maximized }));
  } catch (error) {
    console.error('window state not saved:', error);
  }
}
