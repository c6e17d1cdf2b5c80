import { attempt } from './attempt.ts';
import type { FirstPartyId, LoaderOptions } from './types.ts';

type Call = (firstPartyId: FirstPartyId) => void;

const globals = window as unknown as {
  firstPartyIdConfig?: LoaderOptions;
  firstPartyIdQueue?: Call[] | { push: (call: Call) => void };
};

/** Starts with what the page says in its script tag and in `firstPartyIdConfig`, and makes the calls that wait. */
export function startFromPage(create: (options: LoaderOptions) => FirstPartyId): void {
  // A module has no current script.
  const script = (document.currentScript ??
    document.querySelector('script[data-property-ids]')) as HTMLScriptElement | null;
  const { dataLayer, ...attributes } = script?.dataset ?? {};
  const name = dataLayer ?? /[?&]l=(\w+)/.exec(script?.src ?? '')?.[1];
  const firstPartyId = create({
    ...(name && { dataLayerName: name }),
    ...globals.firstPartyIdConfig,
    ...attributes,
  });
  // Calls that the page made before this script came, and those that it makes from now on.
  const push = (call: Call) => void attempt(() => call(firstPartyId));
  const queue = globals.firstPartyIdQueue;
  globals.firstPartyIdQueue = { push };
  if (Array.isArray(queue)) queue.forEach(push);
}
