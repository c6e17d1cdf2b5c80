import { Ajv } from 'ajv';
import { settingsSchema } from '../generator/container/index.ts';
import type { FieldValue } from '../generator/container/index.ts';
import { CONSENT_TOOLS } from '../gtm/containers/consent-tools.ts';
import type { ConsentToolId } from '../gtm/containers/consent-tools.ts';
import { FILLED_IN } from '../gtm/containers/web-container.ts';
import { explainErrors } from '../tpl/explain-errors.ts';
import type { SiteSettings } from './build-containers.ts';
import type { OwnTemplates } from './own-templates.ts';
import { readJson } from './read-json.ts';

/** What the file may say: the words of the tag's form, and what a container decides beside it. */
type Identity = Record<string, string | number | boolean> & {
  consentTool?: ConsentToolId;
  globalPrivacyControl?: boolean;
  server?: never;
};

/** Reads a site's settings. Throws with every problem: path, value, and what is accepted. */
export function readIdentity(file: string, templates: OwnTemplates): SiteSettings {
  const { value } = readJson(file);
  const ajv = new Ajv({ allErrors: true, verbose: true });
  const validate = ajv.compile<Identity & { server?: Record<string, FieldValue> }>(
    identitySchema(templates),
  );
  const problems = explainErrors(validate, value);
  if (!validate(value)) {
    throw new Error(
      problems.map(({ path, message }) => `${file}: ${path || '/'} ${message}`).join('\n'),
    );
  }
  const { consentTool = 'none', globalPrivacyControl = false, server = {}, ...fields } = value;
  return { consentTool, globalPrivacyControl, server, fields };
}

/** JSON Schema of the file, made from the forms that it fills in. */
function identitySchema({ tag, client }: OwnTemplates): object {
  const fields = Object.entries(settingsSchema(tag.parameters));
  return {
    type: 'object',
    additionalProperties: false,
    properties: {
      ...Object.fromEntries(fields.filter(([name]) => !FILLED_IN.includes(name))),
      consentTool: { enum: Object.keys(CONSENT_TOOLS) },
      globalPrivacyControl: { type: 'boolean' },
      server: {
        type: 'object',
        additionalProperties: false,
        properties: settingsSchema(client.parameters),
      },
    },
  };
}
