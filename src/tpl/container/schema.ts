const text = { type: 'string' };
const id = { type: 'string', minLength: 1 };
const name = { type: 'string', minLength: 1 };
const texts = { type: 'array', items: text };
const owned = { accountId: id, containerId: id };

/** Of the keys that we read; Google's exports have more, and get new ones. */
function object(properties: Record<string, object>, required = Object.keys(properties)): object {
  return { type: 'object', required, properties };
}

function list(items: object): object {
  return { type: 'array', items };
}

const parameters = list({ $ref: '#/definitions/parameter' });
const conditions = list(object({ type: text, parameter: parameters }));

/** An entity with an id of its own. `optional` may be absent. */
function entity(idKey: string, own: Record<string, object>, optional: Record<string, object>) {
  const required = { ...owned, [idKey]: id, name, ...own };
  const more = { fingerprint: text, parentFolderId: id, notes: text };
  return list(object({ ...required, ...more, ...optional }, Object.keys(required)));
}

const steps = list(object({ tagName: text }));

const tag = entity(
  'tagId',
  { type: name },
  {
    parameter: parameters,
    firingTriggerId: texts,
    blockingTriggerId: texts,
    tagFiringOption: { enum: ['ONCE_PER_EVENT', 'ONCE_PER_LOAD', 'UNLIMITED'] },
    consentSettings: object({ consentStatus: { enum: ['NOT_SET', 'NOT_NEEDED', 'NEEDED'] } }),
    setupTag: steps,
    teardownTag: steps,
    paused: { type: 'boolean' },
  },
);

const trigger = entity(
  'triggerId',
  { type: { type: 'string', pattern: '^[A-Z_]+$' } },
  { filter: conditions, autoEventFilter: conditions, customEventFilter: conditions },
);

/** JSON Schema of a container export. */
export const CONTAINER_SCHEMA = {
  $id: 'container',
  definitions: {
    parameter: {
      type: 'object',
      required: ['type'],
      additionalProperties: false,
      properties: {
        type: {
          enum: ['TEMPLATE', 'BOOLEAN', 'INTEGER', 'LIST', 'MAP', 'TRIGGER_REFERENCE'].concat(
            'TAG_REFERENCE',
          ),
        },
        key: text,
        value: text,
        list: parameters,
        map: parameters,
        isWeakReference: { type: 'boolean' },
      },
    },
  },
  ...object({
    exportFormatVersion: { const: 2 },
    exportTime: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d$' },
    containerVersion: object(
      {
        path: text,
        ...owned,
        containerVersionId: id,
        container: object({
          ...owned,
          name,
          publicId: name,
          usageContext: { type: 'array', items: text, minItems: 1 },
        }),
        tag,
        trigger,
        variable: entity('variableId', { type: name }, { parameter: parameters }),
        folder: entity('folderId', {}, {}),
        builtInVariable: list(object({ ...owned, type: name, name })),
        customTemplate: entity('templateId', { templateData: text }, {}),
        client: entity('clientId', { type: name }, { parameter: parameters }),
      },
      ['path', 'accountId', 'containerId', 'containerVersionId', 'container'],
    ),
  }),
};
