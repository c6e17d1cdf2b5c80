import { expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { checkSchema } from '../../../src/endpoint/configuration/check-schema.ts';
import { configurationSchema } from '../../../src/endpoint/configuration/configuration-schema.ts';

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
const validate = ajv.compile(configurationSchema);

/** Configurations of which each option is right, nearly right or anything. */
const site = fc.record(
  {
    origins: fc.oneof(fc.array(fc.webUrl(), { maxLength: 2 }), fc.jsonValue()),
    cookieDomain: fc.oneof(fc.domain(), fc.jsonValue()),
  },
  { requiredKeys: [] },
);
const options = Object.keys(configurationSchema.properties).map((name) => [
  name,
  name === 'sites'
    ? fc.oneof(fc.array(site, { maxLength: 2 }), fc.jsonValue())
    : fc.oneof(
        fc.constantFrom('', '/fpid', 'info', 'a b', '__Host-x', true, 0, 1, 30, 730, 731, 1.5, -1),
        fc.array(fc.constantFrom('', 'a', '*', 'a b', 7), { maxLength: 3 }),
        fc.jsonValue(),
      ),
]);
const configuration = fc.oneof(
  { weight: 9, arbitrary: fc.record(Object.fromEntries(options), { requiredKeys: [] }) },
  { weight: 1, arbitrary: fc.jsonValue() },
);

test('the schema is a JSON Schema', () => {
  expect(ajv.validateSchema(configurationSchema)).toBe(true);
});

test('the check agrees with ajv about every configuration', () => {
  fc.assert(
    fc.property(configuration, (written) => {
      const problems = checkSchema(configurationSchema, written);
      expect(problems.length === 0).toBe(validate(written));
    }),
    { numRuns: 1000 },
  );
});
