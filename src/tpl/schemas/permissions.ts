import type { ParamShape, RowColumn } from './permission-shapes.ts';
import { PERMISSION_SHAPES } from './permission-shapes.ts';

function object(properties: Record<string, object>, optional: string[] = []): object {
  const required = Object.keys(properties).filter((key) => !optional.includes(key));
  return { type: 'object', required, additionalProperties: false, properties };
}

function string(accepted?: readonly string[]): object {
  const value = accepted ? { enum: accepted } : { type: 'string' };
  return object({ type: { const: 1 }, string: value });
}

const boolean = object({ type: { const: 8 }, boolean: { type: 'boolean' } });

function list(items: object): object {
  return object({ type: { const: 2 }, listItem: { type: 'array', items } });
}

/** A row is a map in two parallel arrays, always with its keys in the same order. */
function row(columns: readonly RowColumn[]): object {
  const size = { minItems: columns.filter((column) => !column.optional).length };
  const tuple = (items: object[]): object => ({
    type: 'array',
    items,
    additionalItems: false,
    ...size,
    maxItems: items.length,
  });
  return object({
    type: { const: 3 },
    mapKey: tuple(columns.map(({ key }) => string([key]))),
    mapValue: tuple(
      columns.map(({ kind, accepted }) => (kind === 'boolean' ? boolean : string(accepted))),
    ),
  });
}

function valueSchema(shape: ParamShape): object {
  switch (shape.kind) {
    case 'string':
      return string(shape.accepted);
    case 'boolean':
      return boolean;
    case 'strings':
      return list(string());
    case 'rows':
      return list(row(shape.columns));
  }
}

/** `if` the named property has the value, `then` the schema holds. */
function when(name: string, value: string, schema: object): object {
  return {
    if: { type: 'object', required: [name], properties: { [name]: { const: value } } },
    then: schema,
  };
}

function paramSchema(shapes: Readonly<Record<string, ParamShape>>): object {
  const keys = Object.keys(shapes);
  if (keys.length === 0) return { type: 'array', maxItems: 0 };
  return {
    type: 'array',
    items: {
      ...object({ key: { enum: keys }, value: { type: 'object' } }),
      allOf: Object.entries(shapes).map(([key, shape]) =>
        when('key', key, { type: 'object', properties: { value: valueSchema(shape) } }),
      ),
    },
  };
}

function instanceOf(publicId: string, shapes: Readonly<Record<string, ParamShape>>): object {
  const key = {
    type: 'object',
    required: ['publicId'],
    properties: { publicId: { const: publicId } },
  };
  return {
    if: { type: 'object', required: ['key'], properties: { key } },
    then: { type: 'object', properties: { param: paramSchema(shapes) } },
  };
}

/** JSON Schema of the WEB_PERMISSIONS and SERVER_PERMISSIONS sections. */
export const PERMISSIONS_SCHEMA = {
  $id: 'permissions',
  type: 'array',
  items: object(
    {
      instance: {
        ...object(
          {
            // The editor writes versionId. Templates of the gallery are written by hand too, with vpiId.
            key: object(
              {
                publicId: { enum: Object.keys(PERMISSION_SHAPES) },
                versionId: { const: '1' },
                vpiId: { type: 'string' },
              },
              ['versionId', 'vpiId'],
            ),
            param: { type: 'array' },
          },
          ['param'],
        ),
        allOf: Object.entries(PERMISSION_SHAPES).map(([publicId, shapes]) =>
          instanceOf(publicId, shapes),
        ),
      },
      clientAnnotations: object({ isEditedByUser: { type: 'boolean' } }),
      isRequired: { type: 'boolean' },
    },
    ['clientAnnotations'],
  ),
};
