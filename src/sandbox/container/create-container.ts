import type { Template } from '../../tpl/index.ts';
import { compileProgram } from '../evaluate/index.ts';
import type { Page } from '../page/page.ts';
import { createGrants } from '../permissions/index.ts';
import type { SandboxValue } from '../values/index.ts';
import { createContainerPort } from './container-port.ts';
import { fireTags } from './fire-tags.ts';
import type { FiredEvent, Tag } from './fire-tags.ts';
import { createMessageProcessor } from './message-processor.ts';
import { createMessageQueue } from './message-queue.ts';
import { nameOf } from './name-of.ts';
import type { ReadVariable } from './resolve-fields.ts';
import type { TagEnd } from './run-tag.ts';
import { createVariables } from './variables.ts';
import type { VariableSetup } from './variables.ts';

/** A tag: a template, the values of its form, and its trigger. */
export interface TagSetup {
  template: Template;
  /** The values of the template's fields. A text of them may hold `{{name}}` of a variable of the container. */
  fields: Record<string, unknown>;
  /** Asked at every event, in the order in which the tags were added. */
  firesOn(event: string, readVariable: ReadVariable): boolean;
  /** Consent types of which one that is not granted makes the container pass over the tag, for good. */
  consent?: readonly string[];
  /** What `data.gtmTagId` and the status say; counted from 1 unless given. */
  tagId?: string;
}

/** How a tag ended. */
export interface TagStatus {
  tagId: string;
  event: string;
  status: TagEnd;
  /** Of the exception, with its place in the template; or which consent was missing. */
  message?: string;
}

export interface ContainerOptions {
  page: Page;
  /** 'dataLayer' unless given. */
  dataLayerName?: string;
  /** 'GTM-TEST' unless given. */
  containerId?: string;
  /** Where the visitor is, ISO 3166-2, as in 'ES' or 'US-CA'. Without it every regional default applies. */
  region?: string;
  /** Preview: logging that is for debugging only is on. */
  debug?: boolean;
  /** How many rounds of loops and calls end a tag with an exception. No limit unless given. */
  stepBudget?: number;
}

/** Google Tag Manager around tags. */
export interface Container {
  /** Throws a SandboxSyntaxError when Google's runtime would refuse the template's code. */
  addTag(tag: TagSetup): void;
  addVariable(variable: VariableSetup): void;
  onTagStatus(listener: (status: TagStatus) => void): void;
  /** Processes what is in the data layer, and pushes `gtm.js` when it is not there. */
  start(): void;
}

export function createContainer(options: ContainerOptions): Container {
  const { page, dataLayerName = 'dataLayer', containerId = 'GTM-TEST', debug = false } = options;
  const tags: Tag[] = [];
  const listeners: ((status: TagStatus) => void)[] = [];
  const settings = { page, containerId, region: options.region, debug };
  const port = createContainerPort(settings, (command) => queue.enqueueCommand(command));
  const storageOf = createStorages();
  const variables = createVariables({ page, port, isDebug: debug, storageOf });

  const fire = (fired: FiredEvent): void => {
    fireTags({ page, port, tags, variables, stepBudget: options.stepBudget }, fired, (status) => {
      for (const listener of listeners) listener(status);
    });
  };
  const processor = createMessageProcessor(port, fire, (messages) => queue.putInFront(messages));
  const queue = createMessageQueue({ window: page.window, dataLayerName }, processor);
  let isStarted = false;

  return {
    addTag: (setup) => {
      const { template, tagId = String(tags.length + 1) } = setup;
      const templateStorage = storageOf(template);
      const program = compileProgram(template.code, nameOf(template));
      const grants = createGrants(template.permissions, {
        isDebug: debug,
        policies: port.policies,
      });
      tags.push({ ...setup, tagId, program, grants, templateStorage });
    },
    addVariable: variables.add,
    onTagStatus: (listener) => {
      listeners.push(listener);
    },
    start: () => {
      if (isStarted) return;
      isStarted = true;
      queue.start({ 'gtm.start': page.nowMillis(), event: 'gtm.js' });
    },
  };
}

/** All tags and variables of one template share its storage. */
function createStorages(): (template: Template) => Map<string, SandboxValue> {
  const storages = new Map<Template, Map<string, SandboxValue>>();
  return (template) => {
    const storage = storages.get(template) ?? new Map<string, SandboxValue>();
    storages.set(template, storage);
    return storage;
  };
}
