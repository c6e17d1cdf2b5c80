import type { ContainerExport, ContainerTag } from '../../tpl/container/types.ts';
import type { Page } from '../page/page.ts';
import type { Container } from './create-container.ts';
import { readBuiltIn, readGoogleVariable } from './google-variables.ts';
import { listenToPage } from './page-listeners.ts';
import { readForm } from './read-form.ts';
import { readTemplates } from './read-templates.ts';
import { createTriggers } from './triggers.ts';

/** Where an export is imported. */
export interface ImportTarget {
  container: Container;
  /** The page that the container stands on. */
  page: Page;
  /** 'dataLayer' unless given. */
  dataLayerName?: string;
}

/**
 * Adds what a web container's export holds: its tags with their triggers, and its variables. Call it
 * before the container starts. Tags of Google's own types do not run here; of Google's variables,
 * those that only read something do, the others are undefined.
 */
export function importContainer(target: ImportTarget, exported: ContainerExport): void {
  const { container, page, dataLayerName = 'dataLayer' } = target;
  const version = exported.containerVersion;
  const templates = readTemplates(version);
  const { trigger: triggers = [], variable: variables = [], builtInVariable = [] } = version;
  for (const builtIn of [{ type: 'EVENT', name: '_event' }, ...builtInVariable]) {
    container.addVariable(readBuiltIn(builtIn));
  }
  for (const variable of variables) {
    const { name, type, parameter } = variable;
    const template = templates.get(type);
    container.addVariable(
      template ? { name, template, fields: readForm(parameter) } : readGoogleVariable(variable),
    );
  }
  const firesOn = createTriggers(triggers);
  for (const tag of sortTags(version.tag ?? [])) {
    const template = templates.get(tag.type);
    if (!template || tag.paused) continue;
    const { firingTriggerId = [], blockingTriggerId = [] } = tag;
    container.addTag({
      template,
      tagId: tag.tagId,
      fields: readForm(tag.parameter),
      firesOn: oncePerLoad(
        tag,
        (event, read) =>
          firesOn(firingTriggerId, event, read) && !firesOn(blockingTriggerId, event, read),
      ),
      consent: neededConsent(tag),
    });
  }
  listenToPage(page, triggers, (message) => {
    const dataLayer = page.window[dataLayerName];
    if (Array.isArray(dataLayer)) dataLayer.push(message);
  });
}

/** The highest priority first. */
function sortTags(tags: readonly ContainerTag[]): ContainerTag[] {
  const priorityOf = ({ priority }: ContainerTag): number => Number(priority?.value ?? 0);
  return [...tags].sort((one, other) => priorityOf(other) - priorityOf(one));
}

function oncePerLoad<Args extends unknown[]>(
  { tagFiringOption }: ContainerTag,
  firesOn: (...args: Args) => boolean,
): (...args: Args) => boolean {
  let hasFired = false;
  return (...args) => {
    if (tagFiringOption === 'ONCE_PER_LOAD' && hasFired) return false;
    const isFiring = firesOn(...args);
    hasFired ||= isFiring;
    return isFiring;
  };
}

function neededConsent({ consentSettings }: ContainerTag): string[] {
  if (consentSettings?.consentStatus !== 'NEEDED') return [];
  return (consentSettings.consentType?.list ?? []).map(({ value = '' }) => value);
}
