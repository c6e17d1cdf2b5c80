import { CONSENT_TOOLS } from './consent-tools.ts';
import type { ConsentToolId } from './consent-tools.ts';

/** What a site decides about its container; beside this, any field of the tag's form by its name. */
export interface WebSettings {
  consentTool?: ConsentToolId;
  /** Whether Global Privacy Control counts as a refusal. */
  globalPrivacyControl?: boolean;
  fields: Record<string, string | number | boolean>;
}

/** Fields of the tag's form that the container fills in itself. */
export const FILLED_IN = ['action', 'privacySignal'];

/** Every name begins like this, so that nothing of another container is called the same. */
const PREFIX = 'First-Party ID';
const TAG_TEMPLATE = 'First-Party ID';
const VARIABLE_TEMPLATE = 'First-Party ID Variable';

/** Not a property id: until it is replaced, the tag says `property_id_invalid` and keeps nothing. */
const PROPERTY_ID_MISSING = '<your property ID>';
const ENGAGEMENT_EVENT = 'first_party_id_engagement';
const DEFAULT_ENGAGEMENT_SECONDS = 10;

const named = (name: string): string => `${PREFIX} - ${name}`;
const reference = (name: string): string => `{{${named(name)}}}`;
const text = (value: string) => ({ type: 'TEMPLATE', value });

/** What the site decides of the tag's form; what it leaves open is the consent tool's. */
export function tagFields({
  consentTool = 'none',
  globalPrivacyControl = false,
  fields,
}: WebSettings): WebSettings['fields'] {
  const { waitForUpdateMillis, unsetConsent } = CONSENT_TOOLS[consentTool];
  const signal = globalPrivacyControl ? { privacySignal: true } : {};
  return { waitForUpdateMillis, unsetConsent, ...fields, ...signal };
}

/** The web container as a plan: one tag, its triggers, and variables for every part people use. */
export function planWebContainer<Template>(templates: Template[], decisions: WebSettings) {
  const { consentTool = 'none', globalPrivacyControl = false, fields } = decisions;
  const { name, trigger, setUp } = CONSENT_TOOLS[consentTool];
  const settings = tagFields(decisions);
  return {
    name: PREFIX,
    publicId: 'GTM-FPID',
    usage: 'WEB' as const,
    folder: PREFIX,
    templates,
    builtIns: [
      { type: 'EVENT', name: 'Event' },
      { type: 'PAGE_URL', name: 'Page URL' },
    ],
    triggers: planTriggers(Number(fields['engagementSeconds'] ?? DEFAULT_ENGAGEMENT_SECONDS)),
    variables: planVariables(settings),
    tags: [
      {
        name: PREFIX,
        template: TAG_TEMPLATE,
        fields: {
          ...settings,
          propertyIds: reference('Property ID'),
          action: reference('Action'),
          ...(globalPrivacyControl ? { privacySignal: reference('Global Privacy Control') } : {}),
        },
        firesOn: [named(trigger), named('History Change'), named('Engagement timer')],
        notes: `Consent: ${name}. ${setUp}`,
      },
    ],
  };
}

/** Triggers of our own: the built-in ones have numbers that Google does not document. */
function planTriggers(engagementSeconds: number) {
  return [
    { name: named('Consent Initialization'), type: 'CONSENT_INIT' },
    { name: named('Initialization'), type: 'INIT' },
    { name: named('All Pages'), type: 'PAGEVIEW' },
    { name: named('History Change'), type: 'HISTORY_CHANGE' },
    {
      name: named('Engagement timer'),
      type: 'TIMER',
      autoEventFilter: [condition('MATCH_REGEX', '{{Page URL}}', '.*')],
      uniqueTriggerId: { type: 'TEMPLATE' },
      eventName: text(ENGAGEMENT_EVENT),
      interval: text(String(engagementSeconds * 1000)),
      limit: text('1'),
    },
    {
      name: named('Identity is ready'),
      type: 'CUSTOM_EVENT',
      customEventFilter: [condition('EQUALS', '{{_event}}', 'first_party_id')],
    },
  ];
}

function condition(type: string, left: string, right: string) {
  return {
    type,
    parameter: [
      { type: 'TEMPLATE', key: 'arg0', value: left },
      { type: 'TEMPLATE', key: 'arg1', value: right },
    ],
  };
}

type Part = readonly [name: string, part: string];

/** The parts that tags of other vendors ask for, as variables. */
const PARTS: readonly Part[] = [
  ['Client ID', 'clientId'],
  ['Session ID', 'sessionId'],
  ['Session number', 'sessionNumber'],
  ['Page views in session', 'hitNumber'],
  ['Server ID', 'serverId'],
  ['Consent', 'consent'],
  ['Reasons', 'reasons'],
];

const SNOWPLOW_PARTS: readonly Part[] = [
  ['Snowplow user ID', 'snowplow.domainUserId'],
  ['Snowplow session ID', 'snowplow.domainSessionId'],
];

const TREASURE_DATA_PARTS: readonly Part[] = [['Treasure Data client ID', 'treasureData.clientId']];

function planVariables(settings: Record<string, string | number | boolean>) {
  const { propertyIds, cookiePrefix = '', consentType, d8a, snowplow, treasureData } = settings;
  const same = { cookiePrefix, ...(consentType === undefined ? {} : { consentType }) };
  return [
    {
      name: named('Property ID'),
      type: 'c',
      fields: { value: propertyIds ?? (d8a === false ? '' : PROPERTY_ID_MISSING) },
    },
    {
      name: named('Action'),
      type: 'smm',
      fields: {
        setDefaultValue: true,
        defaultValue: 'identify',
        input: '{{Event}}',
        map: [{ key: ENGAGEMENT_EVENT, value: 'engage' }],
      },
    },
    {
      name: named('Global Privacy Control'),
      type: 'j',
      fields: { name: 'navigator.globalPrivacyControl' },
    },
    ...[
      ...PARTS,
      ...(snowplow === true ? SNOWPLOW_PARTS : []),
      ...(treasureData === true ? TREASURE_DATA_PARTS : []),
    ].map(([name, part]) => ({
      name: named(name),
      template: VARIABLE_TEMPLATE,
      fields: { ...same, part, propertyIds: reference('Property ID') },
    })),
  ];
}
