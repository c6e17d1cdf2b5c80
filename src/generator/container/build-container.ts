import type {
  ContainerExport,
  ContainerFolder,
  ContainerTemplate,
  ContainerVersion,
} from '../../tpl/container/index.ts';
import { validateContainer } from '../../tpl/container/index.ts';
import { printTemplate } from '../../tpl/index.ts';
import type { Template } from '../../tpl/index.ts';
import { refuseProblems } from '../build-error.ts';
import { textOf } from '../text-of.ts';
import type { ClientPlan, ContainerPlan, TagPlan, VariablePlan } from './container-plan.ts';
import { formParameters, toParameter } from './form-parameters.ts';

/** Google gives its own numbers at the import; these only have to agree with each other. */
const OWNER = { accountId: '6000000001', containerId: '60000001' };

/** Google's are times of the last change; a file that is built has none. */
const FINGERPRINT = '1767225600000';
const EXPORT_TIME = '2026-01-01 00:00:00';

const TAG_SETTINGS = {
  tagFiringOption: 'ONCE_PER_EVENT',
  monitoringMetadata: { type: 'MAP' },
  // The tag asks for consent itself; a further condition would keep it from erasing.
  consentSettings: { consentStatus: 'NOT_NEEDED' },
};

/** Makes the export that Google Tag Manager imports. Refuses, with a `BuildError`, one it would not take. */
export function buildContainer(plan: ContainerPlan): ContainerExport {
  const ids = createIds();
  const folder = { ...OWNER, folderId: ids.next(), name: plan.folder, fingerprint: FINGERPRINT };
  const version: ContainerVersion = {
    path: `accounts/${OWNER.accountId}/containers/${OWNER.containerId}/versions/0`,
    ...OWNER,
    containerVersionId: '0',
    container: describeContainer(plan),
    ...describeEntities(plan, folder, ids),
    fingerprint: FINGERPRINT,
  };
  return refuseInvalid({
    exportFormatVersion: 2,
    exportTime: EXPORT_TIME,
    containerVersion: version,
  });
}

/** The lists of a container, and the keys of their entries, in the order of Google's exports. */
function describeEntities(
  plan: ContainerPlan,
  folder: ContainerFolder,
  ids: Ids,
): Partial<ContainerVersion> {
  const marks = { fingerprint: FINGERPRINT, parentFolderId: folder.folderId };
  const templates = plan.templates.map((template) => describeTemplate(template, ids.next()));
  const forms = createForms(plan.templates, templates);
  const triggers = (plan.triggers ?? []).map((trigger) => ({
    ...OWNER,
    triggerId: ids.next(),
    ...trigger,
    ...marks,
  }));
  const triggerIdOf = (name: string): string =>
    triggers.find((trigger) => trigger.name === name)?.triggerId ?? name;
  return {
    ...listed('tag', plan.tags, (tag) => ({
      ...OWNER,
      tagId: ids.next(),
      ...forms(tag),
      fingerprint: FINGERPRINT,
      firingTriggerId: tag.firesOn.map(triggerIdOf),
      parentFolderId: folder.folderId,
      ...TAG_SETTINGS,
    })),
    ...listed('trigger', triggers, (trigger) => trigger),
    ...listed('variable', plan.variables, (variable) => {
      return { ...OWNER, variableId: ids.next(), ...forms(variable), ...marks, formatValue: {} };
    }),
    folder: [folder],
    ...listed('builtInVariable', plan.builtIns, (builtIn) => ({ ...OWNER, ...builtIn })),
    ...listed('customTemplate', templates, (template) => template),
    ...listed('client', plan.clients, (client) => {
      const { priority } = client;
      return { ...OWNER, clientId: ids.next(), ...forms(client), priority, ...marks };
    }),
  };
}

/** An empty list is left out. */
function listed<Key extends string, Item, Entry>(
  key: Key,
  items: readonly Item[] | undefined,
  describe: (item: Item) => Entry,
): { [Name in Key]?: Entry[] } {
  // Cast: TypeScript does not follow a computed key.
  return (items?.length ? { [key]: items.map(describe) } : {}) as { [Name in Key]?: Entry[] };
}

interface Ids {
  next(): string;
}

function createIds(): Ids {
  let last = 0;
  return {
    next: () => {
      last += 1;
      return String(last);
    },
  };
}

function describeContainer({
  name,
  publicId,
  usage,
}: ContainerPlan): ContainerVersion['container'] {
  return { ...OWNER, name, publicId, usageContext: [usage], fingerprint: FINGERPRINT };
}

function describeTemplate(template: Template, templateId: string): ContainerTemplate {
  return {
    ...OWNER,
    templateId,
    name: textOf(template.info.displayName),
    fingerprint: FINGERPRINT,
    templateData: printTemplate(template),
  };
}

type Form = TagPlan | VariablePlan | ClientPlan;

/** Type and parameters of what uses a template, or one of Google's own types. */
function createForms(templates: readonly Template[], described: readonly ContainerTemplate[]) {
  return (plan: Form) => {
    const notes = plan.notes === undefined ? {} : { notes: plan.notes };
    if ('type' in plan) {
      const parameter = Object.entries(plan.fields).map(([key, value]) => toParameter(key, value));
      return { name: plan.name, type: plan.type, parameter, ...notes };
    }
    const index = described.findIndex(({ name }) => name === plan.template);
    const fields = templates[index]?.parameters ?? [];
    const type = `cvt_${OWNER.containerId}_${described[index]?.templateId ?? plan.template}`;
    return { name: plan.name, type, parameter: formParameters(fields, plan.fields), ...notes };
  };
}

function refuseInvalid(container: ContainerExport): ContainerExport {
  const { problems } = validateContainer(container);
  refuseProblems(
    problems.map(({ path, message }) => ({
      file: container.containerVersion.container.name,
      line: 1,
      column: 1,
      message: `${path} ${message}`,
    })),
  );
  return container;
}
