import { Validator } from '@cfworker/json-schema';
import type { ConfigurationProblem } from '../types.ts';

/** A JSON Schema of the configuration: what of the language it uses, and what all of it must have. */
export interface Schema {
  type: 'object' | 'array' | 'string' | 'integer' | 'boolean';
  /** What is accepted, as an error message says it. */
  description: string;
  default?: unknown;
  /** Holds secrets: its values are never shown. */
  writeOnly?: boolean;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: false;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  minimum?: number;
  maximum?: number;
  pattern?: string;
  enum?: string[];
}

/** A value with its path and its schema, which an unknown option has not. */
interface Place {
  path: string;
  schema: Schema | undefined;
  /** What the options around it are called. */
  siblings: string[];
  value: unknown;
  isSecret: boolean;
}

/** Their errors are about something further inside, which has an error of its own or is missing. */
const structureKeywords = ['properties', 'items', 'additionalProperties', 'required'];

/** What is wrong with a value, each place once; what is missing comes last. */
export function checkSchema(schema: Schema, value: unknown): ConfigurationProblem[] {
  const { errors } = new Validator(schema, '2020-12', false).validate(value);
  const placesWith = (isWanted: (keyword: string) => boolean) => {
    const pointers = errors.filter(({ keyword }) => isWanted(keyword));
    const places = new Set(pointers.map(({ instanceLocation }) => instanceLocation));
    return [...places].map((pointer) => findPlace(schema, value, pointer));
  };
  return [
    ...placesWith((keyword) => !structureKeywords.includes(keyword)).map(refuse),
    ...placesWith((keyword) => keyword === 'required').flatMap(missingIn),
  ];
}

/** Follows a JSON pointer such as `#/sites/0/origins`. */
function findPlace(schema: Schema, value: unknown, pointer: string): Place {
  const root: Place = {
    path: '',
    schema,
    siblings: [],
    value,
    isSecret: schema.writeOnly === true,
  };
  return pointer.split('/').slice(1).map(readStep).reduce(enter, root);
}

function readStep(step: string): string {
  return decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');
}

function enter({ path, schema, value, isSecret }: Place, step: string): Place {
  const { properties = {}, items } = schema ?? {};
  const isItem = Array.isArray(value);
  const option = Object.hasOwn(properties, step) ? properties[step] : undefined;
  const inner = isItem ? items : option;
  return {
    path: isItem ? `${path}[${step}]` : joinPath(path, step),
    schema: inner,
    siblings: Object.keys(properties),
    value: isObject(value) ? value[step] : undefined,
    isSecret: isSecret || inner?.writeOnly === true,
  };
}

function refuse({ path, schema, siblings, value, isSecret }: Place): ConfigurationProblem {
  if (schema === undefined) {
    return { path, value: 'an unknown option', accepted: `the options ${siblings.join(', ')}` };
  }
  return {
    path: path || 'configuration',
    value: isSecret ? 'a value (not shown)' : JSON.stringify(value),
    accepted: schema.description,
  };
}

function missingIn({ path, schema, value }: Place): ConfigurationProblem[] {
  const { required = [], properties = {} } = schema ?? {};
  return required
    .filter((name) => isObject(value) && !Object.hasOwn(value, name))
    .map((name) => ({
      path: joinPath(path, name),
      value: 'a missing option',
      accepted: properties[name]?.description ?? 'a value',
    }));
}

/** Objects and lists alike. */
function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function joinPath(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
