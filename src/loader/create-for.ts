import type { IdentityFormat } from '../core/formats/types.ts';
import type { Action, Identity } from '../core/types.ts';
import { attempt } from './attempt.ts';
import { begin } from './begin.ts';
import { createCallServer } from './call-server.ts';
import { fetchServerId } from './fetch-server-id.ts';
import { followConsent } from './follow-consent.ts';
import { identityOf } from './identity-of.ts';
import { measureEngagement } from './measure-engagement.ts';
import { perform, type Loader } from './run.ts';
import { sharePage } from './share-page.ts';
import type { FirstPartyId, LoaderConfig } from './types.ts';

/** Starts keeping the identity of the page's visitor, and answers how to use it. */
export function createFor(formats: IdentityFormat[], config: LoaderConfig): FirstPartyId {
  const listeners = new Set<(identity: Identity) => void>();
  let fulfil: (first: Promise<Identity>) => void = () => undefined;
  const ready = new Promise<Identity>((resolve) => (fulfil = resolve));
  const get = () => identityOf(loader.page.read());
  const act = (action: Action) => () => ready.then(() => perform(loader, action)).then(get);
  const methods: FirstPartyId = {
    ready,
    get,
    on: (_event, listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    hit: act('identify'),
    newSession: act('newSession'),
    forget: act('forget'),
    setConsent: (state) => loader.consent.setConsent(state),
    fetchServerCookie: (success, error = () => undefined, force) => {
      ready.then(() => fetchServerId(loader, force)).then(success, error);
    },
  };
  // Not before the identity is there: that comes first.
  let measure: (() => void) | undefined;
  const tell = () => {
    measure ??= measureEngagement(loader);
    measure();
    // eslint-disable-next-line no-console -- only where the page asks for it.
    if (config.debug) console.info('First-Party ID', get());
    for (const listener of listeners) attempt(() => listener(get()));
  };
  const loader: Loader = {
    formats,
    config,
    page: sharePage(methods, tell),
    consent: followConsent(config),
    callServer: createCallServer(config.serverUrl),
    writer: `loader.${Math.random()}`,
    view: 0,
  };
  // Where there is no page, on a server, there is nobody.
  fulfil(begin(loader).then(get, get));
  return methods;
}
