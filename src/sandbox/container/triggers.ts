import type { ContainerTrigger } from '../../tpl/container/types.ts';
import { areMet } from './conditions.ts';
import type { ReadVariable } from './resolve-fields.ts';

/** The event of the data layer behind each type of trigger. Those that are missing never fire here. */
const eventOfType: Readonly<Record<string, string>> = {
  CLICK: 'gtm.click',
  CONSENT_INIT: 'gtm.init_consent',
  DOM_READY: 'gtm.dom',
  ELEMENT_VISIBILITY: 'gtm.elementVisibility',
  FORM_SUBMISSION: 'gtm.formSubmit',
  HISTORY_CHANGE: 'gtm.historyChange',
  INIT: 'gtm.init',
  JS_ERROR: 'gtm.pageError',
  LINK_CLICK: 'gtm.linkClick',
  PAGEVIEW: 'gtm.js',
  SCROLL_DEPTH: 'gtm.scrollDepth',
  WINDOW_LOADED: 'gtm.load',
  YOU_TUBE_VIDEO: 'gtm.video',
};

/** Triggers that every container has and that no export lists, by their numbers. */
const reservedTriggers: Readonly<Record<string, string>> = {
  '2147479553': 'gtm.js',
  '2147479572': 'gtm.init_consent',
  '2147479573': 'gtm.init',
};

/** Tells whether triggers of a container fire on an event. */
export type FiresOn = (triggerIds: readonly string[], event: string, read: ReadVariable) => boolean;

/** Reads the triggers of an export. */
export function createTriggers(triggers: readonly ContainerTrigger[]): FiresOn {
  const known = new Map(triggers.map((trigger) => [trigger.triggerId, trigger]));
  return (triggerIds, event, read) =>
    triggerIds.some((id) => {
      const trigger = known.get(id);
      return trigger ? fires(trigger, event, read) : reservedTriggers[id] === event;
    });
}

function fires(trigger: ContainerTrigger, event: string, read: ReadVariable): boolean {
  const { type, filter, customEventFilter, eventName } = trigger;
  if (type === 'CUSTOM_EVENT') {
    return areMet(customEventFilter, read) && areMet(filter, read);
  }
  const wanted = type === 'TIMER' ? eventName?.value : eventOfType[type];
  return wanted === event && areMet(filter, read);
}
