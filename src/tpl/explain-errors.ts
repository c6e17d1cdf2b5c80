import type { ErrorObject, ValidateFunction } from 'ajv';

/** A value that a schema refuses: where, and what is accepted there. */
export interface SchemaProblem {
  /** JSON path, such as `/0/name`; empty for the value itself. */
  path: string;
  message: string;
}

/**
 * Runs a compiled schema and says in words what is wrong. Compile with `allErrors` and `verbose`, so
 * that every problem is found and its value is at hand.
 */
export function explainErrors(validate: ValidateFunction, value: unknown): SchemaProblem[] {
  if (validate(value)) return [];
  return (validate.errors ?? [])
    .filter((error) => error.keyword !== 'if')
    .map((error) => ({ path: error.instancePath, message: explain(error) }));
}

type Explain = (error: ErrorObject) => string;

/** What each keyword of JSON Schema has to say. */
const EXPLANATIONS: Readonly<Record<string, Explain>> = {
  enum: ({ data, params }) => `is ${show(data)}; accepted: ${showAll(params['allowedValues'])}`,
  const: ({ data, params }) => `is ${show(data)}; accepted: ${show(params['allowedValue'])}`,
  type: ({ data, params }) =>
    `is ${show(data)}; accepted: ${withArticle(showAll(params['type'], ' or '))}`,
  required: ({ params }) => `has no "${String(params['missingProperty'])}", which is required`,
  additionalProperties: ({ params, parentSchema }) =>
    `has the unknown key "${String(params['additionalProperty'])}"; accepted: ` +
    Object.keys(parentSchema?.['properties'] ?? {}).join(', '),
  pattern: ({ data, params }) =>
    `is ${show(data)}; accepted: what matches ${String(params['pattern'])}`,
  minLength: ({ data }) => `is ${show(data)}; accepted: a text that is not empty`,
  minItems: ({ data, params }) =>
    `has ${countOf(data)} items; accepted: at least ${String(params['limit'])}`,
  maxItems: ({ data, params }) =>
    `has ${countOf(data)} items; accepted: at most ${String(params['limit'])}`,
  discriminator: ({ params, parentSchema }) =>
    `has the ${String(params['tag'])} ${show(params['tagValue'])}; accepted: ` +
    tagValues(parentSchema?.['oneOf'], String(params['tag'])).join(', '),
};

function withArticle(type: string): string {
  return `${/^[aeio]/.test(type) ? 'an' : 'a'} ${type}`;
}

function explain(error: ErrorObject): string {
  const known = EXPLANATIONS[error.keyword];
  return known ? known(error) : `is ${show(error.data)}; accepted: what ${error.message ?? ''}`;
}

function tagValues(alternatives: unknown, tag: string): string[] {
  if (!Array.isArray(alternatives)) return [];
  return alternatives.map((alternative: { properties?: Record<string, { const?: unknown }> }) =>
    show(alternative.properties?.[tag]?.const),
  );
}

function countOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length > 60 ? text.slice(0, 57) + '…' : text;
}

function showAll(values: unknown, separator = ', '): string {
  if (!Array.isArray(values)) return String(values);
  return values.map((value) => (separator === ', ' ? show(value) : String(value))).join(separator);
}
