import type { ApiHost, ContainerPort } from '../apis/index.ts';
import type { Program } from '../evaluate/index.ts';
import type { Page } from '../page/page.ts';
import type { Grants } from '../permissions/index.ts';
import type { SandboxValue } from '../values/index.ts';
import { createContainerEvent } from './container-event.ts';
import type { ContainerEvent } from './container-event.ts';
import type { TagSetup, TagStatus } from './create-container.ts';
import { runTag } from './run-tag.ts';
import type { TagEnd } from './run-tag.ts';
import type { ReadVariable } from './resolve-fields.ts';
import type { Variables } from './variables.ts';

/** A tag that is ready to run. */
export interface Tag extends TagSetup {
  tagId: string;
  program: Program;
  grants: Grants;
  templateStorage: Map<string, SandboxValue>;
}

/** An event of the data layer that tags may fire on. */
export interface FiredEvent {
  event: string;
  eventId: number;
  /** `eventTimeout` of the message: when the event ends without the tags that still run. Never, where it is absent. */
  timeoutMillis?: number;
}

interface Firing {
  page: Page;
  port: ContainerPort;
  stepBudget?: number | undefined;
  tags: readonly Tag[];
  variables: Variables;
}

/** Runs the tags of one event. */
export function fireTags(
  { tags, ...firing }: Firing,
  fired: FiredEvent,
  report: (status: TagStatus) => void,
): void {
  const containerEvent = createContainerEvent(fired.eventId);
  const read = firing.variables.readerFor({ event: fired.event, containerEvent });
  for (const tag of tags) {
    const surroundings = { ...firing, containerEvent, fired, read };
    if (tag.firesOn(fired.event, read)) fireTag(tag, surroundings, report);
  }
  containerEvent.close();
  if (fired.timeoutMillis !== undefined)
    firing.page.after(fired.timeoutMillis, containerEvent.timeOut);
}

interface Surroundings extends Omit<Firing, 'tags'> {
  containerEvent: ContainerEvent;
  fired: FiredEvent;
  read: ReadVariable;
}

function fireTag(
  tag: Tag,
  { page, port, containerEvent, fired, stepBudget, variables, read }: Surroundings,
  report: (status: TagStatus) => void,
): void {
  const { tagId, grants, templateStorage } = tag;
  let hasEnded = false;
  const end = (status: TagEnd, message?: string): void => {
    if (hasEnded) return;
    hasEnded = true;
    report({ tagId, event: fired.event, status, ...(message === undefined ? {} : { message }) });
    endTag(status, page.nowMillis());
  };
  const endTag = containerEvent.begin(tagId, page.nowMillis(), () => end('timeout'));
  const missing = tag.consent?.filter((type) => !port.consent.isGranted(type)) ?? [];
  if (missing.length > 0) {
    end('failure', `The tag needs consent for ${missing.join(', ')}.`);
    return;
  }
  const host: ApiHost = { page, grants, container: port, templateStorage, event: containerEvent };
  const fields = variables.resolve(tag.fields, read);
  runTag({ ...tag, fields, eventId: fired.eventId, stepBudget }, host, end);
}
