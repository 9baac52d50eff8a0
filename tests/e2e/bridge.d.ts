import type { Bridge } from '../../shared/api.ts';

declare global {
  interface Window {
    /** What preload.ts exposes; the tests call it as the page does. */
    readonly jieju: Bridge;
  }
}
