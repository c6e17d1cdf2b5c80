import { copyFromDataLayer } from './apis.ts';
import { EVENT_NAME } from './constants.ts';
import { closeOnce } from './guard.ts';
import { publishProblem } from './publish.ts';
import { readForm } from './read-form.ts';
import { newRun, start } from './run.ts';

/*
 * The tag's story: read the form, the data layers, the page and consent; let the core decide;
 * carry its plan out; tell the page; end.
 *
 * All but the form happens in callLater. A template has no `try`: an exception would end the tag
 * with nothing said, but in callLater it ends only one step. Waiting for the event to end also
 * lets a consent tool on the same event be heard, since Google applies its commands only then.
 */
const form = readForm(data);
const close = closeOnce(data.gtmOnSuccess, data.gtmOnFailure);

if (copyFromDataLayer('event') === EVENT_NAME) {
  // Its trigger takes in the tag's own event: whatever it did would fire it again, without end.
  data.gtmOnFailure();
} else if (form.problem === undefined) {
  start(newRun(form, { trigger: 'tag', eventId: data.gtmEventId || 0, close: close }));
} else {
  publishProblem(form, close);
}
