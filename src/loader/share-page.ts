import { NO_DETAILS, NOBODY, PAGE_STATE_VERSION } from '../core/constants.ts';
import type { PageState } from '../core/types.ts';
import { attempt } from './attempt.ts';
import type { FirstPartyId } from './types.ts';

type OurWindow = Window & { firstPartyId?: PageState };

/** The state that tags and loaders on one page share. */
export interface SharedPage {
  read(): PageState;
  publish(page: PageState): void;
  /** Whether `window.firstPartyId` is somebody else's, so that the state stays here. */
  isForeign: boolean;
}

/**
 * Puts the methods beside the state on `window.firstPartyId`. A tag of ours on the same page
 * replaces the object by a plain one; the property's setter takes the state out of it.
 */
export function sharePage(methods: FirstPartyId, heard: () => void): SharedPage {
  let page: PageState = newPage();
  let shown: PageState & FirstPartyId;
  const take = (next: PageState) => {
    // A tag that has read the object with its methods gives back what it could copy of them.
    const own = Object.entries(next).filter(([name]) => !(name in methods));
    page = Object.fromEntries(own) as unknown as PageState;
    shown = { ...page, ...methods };
  };
  take(page);
  const isShared = attempt(() => {
    // Not by name: an element of that id is found by name too.
    const own = Object.getOwnPropertyDescriptor(window, 'firstPartyId');
    const before = own?.get ? own.get() : own?.value;
    if (isPageState(before)) take(before);
    else if (before !== undefined) return false;
    Object.defineProperty(window, 'firstPartyId', {
      configurable: true,
      enumerable: true,
      get: () => shown,
      set(next: unknown) {
        if (!isPageState(next)) return;
        take(next);
        own?.set?.(next);
        heard();
      },
    });
    return true;
  });
  return {
    isForeign: !isShared,
    read: () => page,
    publish(next) {
      if (isShared) return void ((window as OurWindow).firstPartyId = next);
      take(next);
      heard();
    },
  };
}

function isPageState(value: unknown): value is PageState {
  const page = value as PageState | undefined;
  return page?.version === PAGE_STATE_VERSION && page.startedMillis > 0;
}

/** A page on which nothing has happened yet. */
function newPage(): PageState {
  return {
    ...NOBODY,
    ...NO_DETAILS,
    serverId: '',
    consent: 'unset',
    cookieDomain: '',
    reasons: [],
    version: PAGE_STATE_VERSION,
    startedMillis: Date.now(),
    memory: {},
    claims: {},
    snowplowHash: undefined,
    attributes: '',
  };
}
