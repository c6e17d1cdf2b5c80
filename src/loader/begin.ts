import type { ReasonCode } from '../core/reason-texts.ts';
import { onNavigation, onRestore, whenActive } from './page-life.ts';
import { perform, type Loader } from './run.ts';

/** Waits for the visitor, and for consent where that is asked for; then counts the page view. */
export function begin(loader: Loader): Promise<void> {
  const { config, consent } = loader;
  return new Promise((resolve) => {
    let timer: ReturnType<typeof setTimeout>;
    const start = (...notes: ReasonCode[]) => {
      clearTimeout(timer);
      consent.changed = () => followChange(loader);
      resolve(perform(loader, 'identify', notes));
      onRestore(() => perform(loader, 'identify'));
      if (config.countNavigation) onNavigation(() => perform(loader, 'identify'));
    };
    whenActive(() => {
      const waitMillis = consent.waitMillis();
      if (!waitMillis) return start();
      consent.changed = () => {
        if (!consent.waitMillis()) start();
      };
      timer = setTimeout(start, waitMillis, 'consent_wait_over');
    });
  });
}

function followChange(loader: Loader): void {
  const before = loader.page.read().consent;
  if (loader.consent.resolve(before).state === before) return;
  perform(loader, 'identify', [], 'consentChange');
}
