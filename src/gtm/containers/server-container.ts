/** A value of the client's form. */
type Value = string | number | boolean | Record<string, string>[];

const NAME = 'First-Party ID';
const CLIENT_TEMPLATE = 'First-Party ID Client';

/** The server container as a plan: the one client that answers as the cookie endpoint. */
export function planServerContainer<Template>(
  templates: Template[],
  fields: Record<string, Value>,
) {
  return {
    name: `${NAME} (server)`,
    publicId: 'GTM-FPIDSERVER',
    usage: 'SERVER' as const,
    folder: NAME,
    templates,
    clients: [
      {
        name: NAME,
        template: CLIENT_TEMPLATE,
        fields,
        // Before the clients that come with a container, which leave these paths alone anyway.
        priority: 10,
      },
    ],
  };
}

/** What the client's form says of a site whose tag has these fields: the same words, and where it is reached. */
export function clientFieldsFor(
  tag: Record<string, string | number | boolean>,
): Record<string, Value> {
  const path = /^(?:https:\/\/)?[^/]+(\/.+?)\/?$/.exec(String(tag['serverUrl'] ?? ''))?.[1];
  const isSnowplow = tag['snowplow'] === true;
  // Where the choice of mode lies in local storage, the client cannot see it and keeps away.
  const isTreasureData =
    tag['treasureData'] === true && tag['treasureDataStoreConsentByLocalStorage'] !== true;
  const fields: Record<string, Value | undefined> = {
    basePath: path,
    d8aPrefixes: tag['cookiePrefix'],
    sessionTimeoutMinutes: tag['sessionTimeoutMinutes'],
    snowplowPrefixes: isSnowplow ? (tag['snowplowCookieName'] ?? '_sp_') : undefined,
    snowplowOptOutCookie: isSnowplow ? tag['snowplowOptOutCookie'] : undefined,
    treasureDataNames: isTreasureData ? (tag['treasureDataCookieName'] ?? '_td') : undefined,
  };
  const given = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return Object.fromEntries(given);
}
