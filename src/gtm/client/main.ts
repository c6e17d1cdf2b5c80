import { claimRequest, returnResponse } from './apis.ts';
import { answer } from './answer.ts';
import { findRoute } from './find-route.ts';
import { readForm } from './read-form.ts';

/*
 * The client's story: look whether the path is one of the endpoint's; claim the request; decide
 * whether the page that sent it may get cookies; keep what the visitor carries; answer.
 *
 * Every other request is left to the other clients of the container. Nothing that a caller sends
 * chooses a cookie's name, domain or lifetime.
 */
const form = readForm(data);
const route = findRoute(form);

if (route !== undefined) {
  claimRequest();
  answer(route, form);
  returnResponse();
}
