import { copyFromWindow, getType } from './apis.ts';
import { PAGE_STATE_VERSION } from '../../core/constants.ts';
import { readCookieParts } from './read-cookie-parts.ts';
import { readPageParts } from './read-page-parts.ts';
import type { Parts, VariableForm } from './types.ts';

/** The part that the form asks for; `undefined` where it is not known. */
export function readPart(form: VariableForm): unknown {
  const isShared = copyFromWindow('firstPartyId.version') === PAGE_STATE_VERSION;
  const parts = isShared ? readPageParts(form.part) : readCookieParts(form);
  if (form.part === 'identity') return nest(parts);
  if (form.part === 'reasons') return joinReasons(parts.reasons);
  return parts[form.part];
}

/** As the page has it: `snowplow.domainUserId` in an object of its own. */
function nest(parts: Parts): Parts | undefined {
  let identity: Parts | undefined;
  for (const name in parts) {
    identity = identity || {};
    const dot = name.indexOf('.');
    if (dot === -1) identity[name] = parts[name];
    else {
      const inner = (identity[name.slice(0, dot)] || {}) as Parts;
      inner[name.slice(dot + 1)] = parts[name];
      identity[name.slice(0, dot)] = inner;
    }
  }
  return identity;
}

function joinReasons(reasons: unknown): string | undefined {
  return getType(reasons) === 'array' ? (reasons as string[]).join(', ') : undefined;
}
