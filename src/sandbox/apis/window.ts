import { callPageFunction, toPage, toSandbox } from '../border/index.ts';
import type { PageFunction } from '../border/index.ts';
import { defineApi } from './define-api.ts';
import { findPlace, readPlace, writePlace } from './window-path.ts';

/** A deep copy, fresh at each call; undefined where the path leads nowhere. */
export const copyFromWindow = defineApi('copyFromWindow', {
  accepts: ['string'],
  perform: ({ host, text }) => {
    host.grants.check('access_globals', 'read', text(0));
    const place = findPlace(host.page.window, text(0), { ownOnly: true });
    return place && toSandbox(readPlace(place));
  },
});

/** Sets a copy, when there is no value yet or the third argument says so; answers whether it did. */
export const setInWindow = defineApi('setInWindow', {
  accepts: ['string', 'any', 'any?'],
  perform: ({ host, args, text, flag }) => {
    host.grants.check('access_globals', 'readwrite', text(0));
    const place = findPlace(host.page.window, text(0), { ownOnly: false });
    if (!place || (readPlace(place) !== undefined && !flag(2, false))) return false;
    writePlace(place, toPage(args[1]));
    return true;
  },
});

/** Assigns the value itself, not a copy; false only where a parent is missing. */
export const aliasInWindow = defineApi('aliasInWindow', {
  accepts: ['string', 'string'],
  perform: ({ host, text }) => {
    host.grants.check('access_globals', 'write', text(0));
    host.grants.check('access_globals', 'read', text(1));
    const to = findPlace(host.page.window, text(0), { ownOnly: false });
    const from = findPlace(host.page.window, text(1), { ownOnly: false });
    if (!to || !from) return false;
    writePlace(to, readPlace(from));
    return true;
  },
});

/** Calls with the parent as `this`. What the function throws passes; a missing function gives undefined. */
export const callInWindow = defineApi('callInWindow', {
  accepts: ['string', '...any'],
  perform: ({ host, args, text }) => {
    host.grants.check('access_globals', 'execute', text(0));
    const place = findPlace(host.page.window, text(0), { ownOnly: false });
    const found = place && readPlace(place);
    return isFunction(found) ? callPageFunction(found, place?.parent, args.slice(1)) : undefined;
  },
});

function isFunction(value: unknown): value is PageFunction {
  return typeof value === 'function';
}
