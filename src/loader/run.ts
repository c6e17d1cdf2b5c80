import type { IdentityFormat } from '../core/formats/types.ts';
import type { ReasonCode } from '../core/reason-texts.ts';
import type { Action, PageState, Snapshot } from '../core/types.ts';
import type { CallServer } from './call-server.ts';
import { readJar, readServerId } from './cookies.ts';
import type { ConsentSource } from './follow-consent.ts';
import { planAndWrite } from './plan-and-write.ts';
import type { SharedPage } from './share-page.ts';
import { eraseStored } from './storage.ts';
import type { LoaderConfig } from './types.ts';

/** What the runs of one loader share. */
export interface Loader {
  formats: IdentityFormat[];
  config: LoaderConfig;
  consent: ConsentSource;
  page: SharedPage;
  callServer: CallServer;
  /** Names this loader among the tags of the page. */
  writer: string;
  /** Number of the page view; the first is 1. */
  view: number;
}

/** One action on its way. */
export type Run = Pick<Snapshot, 'action' | 'trigger' | 'eventId' | 'restore'> & {
  /** Reasons that the loader adds to those of the core. */
  notes: ReasonCode[];
};

/** Does what the page, the visitor or a change of consent asks for. What goes wrong stays here. */
export function perform(
  loader: Loader,
  action: Action,
  notes: ReasonCode[] = [],
  trigger: Snapshot['trigger'] = 'tag',
): Promise<void> {
  if (trigger === 'tag' && action === 'identify') loader.view += 1;
  const { config, formats, page } = loader;
  if (page.isForeign) notes.push('page_object_foreign');
  if (!formats.some((format) => format.isOn(config))) notes.push('property_id_missing');
  const step: Run = {
    action,
    trigger,
    eventId: loader.view,
    restore: { state: 'notAsked' },
    notes,
  };
  return run(loader, step).catch((error) => {
    // eslint-disable-next-line no-console -- only where the page asks for it.
    if (config.debug) console.warn('First-Party ID', error);
  });
}

/** Looks at page, consent and storage, decides, and carries out; fulfilled when the identity is published. */
async function run(loader: Loader, step: Run): Promise<void> {
  const { page, callServer } = loader;
  const consent = loader.consent.resolve(page.read().consent);
  const plan = planAndWrite(loader, step, consent);
  eraseStored(plan.erase);
  if (plan.kind !== 'act') {
    const answer = await callServer('/id');
    const state = answer === 'server_answered' ? 'answered' : 'unreachable';
    const restore = { state, askedFor: plan.askFor } as const;
    return run(loader, { ...step, restore, notes: step.notes.concat(answer) });
  }
  publish(page, plan.page, step.notes);
  if (plan.server !== 'none') {
    callServer(plan.server === 'forget' ? '/forget' : '/id').then((answer) =>
      noteAnswer(page, plan.page, answer),
    );
  }
}

/** Tells what the endpoint's answer has brought, unless the visitor was forgotten or kept meanwhile. */
function noteAnswer(shared: SharedPage, before: PageState, answer: ReasonCode): void {
  const page = shared.read();
  if (!page.attributes !== !before.attributes) return;
  const serverId = page.attributes && readServerId(readJar());
  const isMissing = page.attributes && answer === 'server_answered' && !serverId;
  publish(shared, { ...page, serverId }, isMissing ? [answer, 'server_cookie_missing'] : [answer]);
}

function publish(shared: SharedPage, page: PageState, notes: ReasonCode[]): void {
  shared.publish({ ...page, reasons: page.reasons.concat(notes) });
}
