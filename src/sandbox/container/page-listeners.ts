import type { ContainerTrigger } from '../../tpl/container/types.ts';
import type { Page, PageWindow } from '../page/page.ts';

/** Pushes to the data layer. */
type Push = (message: object) => void;

/** Installs what Google's runtime installs for triggers that listen to the page: timers and history. */
export function listenToPage(page: Page, triggers: readonly ContainerTrigger[], push: Push): void {
  for (const trigger of triggers) {
    if (trigger.type === 'TIMER') startTimer(page, trigger, push);
  }
  if (triggers.some(({ type }) => type === 'HISTORY_CHANGE')) listenToHistory(page.window, push);
}

function startTimer(
  page: Page,
  { triggerId, eventName, interval, limit }: ContainerTrigger,
  push: Push,
): void {
  const intervalMillis = Number(interval?.value);
  const most = Number(limit?.value || Infinity);
  if (!(intervalMillis > 0)) return;
  const tick = (count: number): void => {
    page.after(intervalMillis, () => {
      push({
        event: eventName?.value ?? 'gtm.timer',
        'gtm.timerId': triggerId,
        'gtm.timerEventNumber': count,
        'gtm.timerInterval': String(intervalMillis),
      });
      if (count < most) tick(count + 1);
    });
  };
  tick(1);
}

const historyMethods = ['pushState', 'replaceState'] as const;

function listenToHistory(window: PageWindow, push: Push): void {
  const { history, addEventListener } = window;
  const tell = (source: string): void => {
    push({ event: 'gtm.historyChange', 'gtm.historyChangeSource': source });
  };
  if (typeof addEventListener === 'function') {
    for (const source of ['popstate', 'hashchange']) {
      Reflect.apply(addEventListener, window, [source, () => tell(source)]);
    }
  }
  if (typeof history !== 'object' || history === null) return;
  for (const method of historyMethods) {
    const original: unknown = Reflect.get(history, method);
    if (typeof original !== 'function') continue;
    Reflect.set(history, method, (...args: unknown[]) => {
      Reflect.apply(original, history, args);
      tell(method);
    });
  }
}
