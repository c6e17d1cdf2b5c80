import { getRequestPath } from './apis.ts';
import { ROUTES } from './constants.ts';
import type { ClientForm, Route } from './types.ts';

/** The route of this request; `undefined` for a path that is none of ours. */
export function findRoute(form: ClientForm): Route | undefined {
  const path = getRequestPath();
  if (path.indexOf(form.basePath + '/') !== 0) return undefined;
  const below = path.slice(form.basePath.length);
  return ROUTES.hasOwnProperty(below) ? ROUTES[below] : undefined;
}
