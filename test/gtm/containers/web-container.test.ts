import { describe, expect, test } from '@jest/globals';
import { CONSENT_TOOLS } from '../../../src/gtm/containers/consent-tools.ts';
import type { ConsentToolId } from '../../../src/gtm/containers/consent-tools.ts';
import { createCookieJar, validateContainer } from '../../../src/sandbox/index.ts';
import { mergeContainers } from '../../../src/tpl/container/index.ts';
import { exportFor, openPage } from './imported-page.ts';
import type { ImportedPage, SimulatedTool } from './imported-page.ts';

const fields = { propertyIds: 'P' };
const none = exportFor({ fields });
const noTool: SimulatedTool = { place: 'none' };

/** Where each tool says its default, and the messages it pushes when the visitor has chosen. */
const tools: [ConsentToolId, SimulatedTool['place'], object[]][] = [
  ['cookiebot', 'container', [{ event: 'cookie_consent_update' }]],
  ['onetrust', 'container', [{ event: 'OneTrustGroupsUpdated', OnetrustActiveGroups: ',C0002,' }]],
  ['cookieyes', 'container', [{ event: 'cookie_consent_update' }]],
  ['usercentrics', 'container', [{ event: 'consent_status' }]],
  ['iubenda', 'page', [{ event: 'iubenda_consent_given_purpose_4' }]],
  ['didomi', 'container', [{ event: 'didomi-consent-changed', didomiVendorsConsent: '' }]],
  ['complianz', 'page', []],
  ['osano', 'page', []],
  ['google', 'page', []],
];

describe('the imported web container', () => {
  test('fires its one tag first of all, at each history change, and when the visitor stays', async () => {
    const site = openPage(none, noTool);
    await site.run();
    site.push({ event: 'gtm.dom' });
    site.push({ event: 'gtm.historyChange' });
    await site.run();
    await site.wait(10_000);
    expect(site.statuses.map(({ event, status }) => `${event} ${status}`)).toEqual([
      'gtm.init_consent success',
      'gtm.historyChange success',
      'first_party_id_engagement success',
    ]);
    expect(site.identities().map(({ hitNumber, engaged }) => [hitNumber, engaged])).toEqual([
      [1, false],
      [2, false],
      [2, true],
    ]);
  });

  test('ends although its tag is set to fire on every event, its own too', async () => {
    const everyEvent = structuredClone(none);
    const { tag = [], trigger = [] } = everyEvent.containerVersion;
    const custom = trigger.find(({ type }) => type === 'CUSTOM_EVENT');
    const condition = custom?.customEventFilter?.[0];
    if (!custom || !condition) throw new Error('There is no trigger to change.');
    condition.type = 'MATCH_REGEX';
    for (const side of condition.parameter) if (side.key === 'arg1') side.value = '.*';
    for (const { firingTriggerId } of tag) firingTriggerId?.push(custom.triggerId);
    const site = openPage(everyEvent, noTool);
    await site.run();
    site.push({ event: 'add_to_cart' });
    await site.run();
    const events = ['gtm.init_consent', 'gtm.init', 'gtm.js', 'add_to_cart'];
    expect(site.statuses.map(({ event, status }) => `${event} ${status}`).sort()).toEqual(
      events.flatMap((event) => [`${event} success`, 'first_party_id failure']).sort(),
    );
  });

  test('needs its property ID, and says so until it has one', async () => {
    const site = openPage(exportFor({ fields: {} }), noTool);
    await site.run();
    expect(site.identities()).toEqual([{ reasons: ['property_id_invalid'] }]);
    expect(site.cookieNames()).toEqual([]);
  });

  test.each([
    [true, 'denied', ['privacy_signal']],
    [false, 'unset', ['consent_unset']],
  ])('honours Global Privacy Control when it is told to: %s', async (honours, consent, reasons) => {
    const settings = { fields, globalPrivacyControl: honours };
    const site = openPage(exportFor(settings), { ...noTool, globalPrivacyControl: true });
    await site.run();
    expect(site.identities()[0]).toMatchObject({
      consent,
      reasons: expect.arrayContaining(reasons),
    });
  });

  test('is kept apart from everything that another container has', () => {
    const other = structuredClone(none);
    const { containerVersion: version } = other;
    for (const tag of version.tag ?? []) tag.name = `Other ${tag.name}`;
    for (const list of [
      version.trigger,
      version.variable,
      version.folder,
      version.customTemplate,
    ]) {
      for (const entity of list ?? []) entity.name = `Other ${entity.name}`;
    }
    for (const tag of version.tag ?? []) tag.parameter = [];
    for (const variable of version.variable ?? []) variable.parameter = [];
    const { merged, conflicts } = mergeContainers(other, none);
    expect(conflicts).toEqual([]);
    expect(validateContainer(merged).problems).toEqual([]);
    expect(merged.containerVersion.tag?.[0]).toEqual(version.tag?.[0]);
    expect(merged.containerVersion.tag).toHaveLength(2);
  });

  test('still works when it is imported into another container', async () => {
    const empty = structuredClone(none);
    const { path, accountId, containerId, containerVersionId, container } = empty.containerVersion;
    empty.containerVersion = { path, accountId, containerId, containerVersionId, container };
    empty.containerVersion.trigger = [
      { accountId, containerId, triggerId: '7', name: 'Theirs', type: 'PAGEVIEW' },
    ];
    const site = openPage(mergeContainers(empty, none).merged, noTool);
    await site.run();
    expect(site.identities()).toMatchObject([{ source: 'new', consent: 'unset' }]);
  });
});

describe('a default that denies, told after the tag has kept the identity,', () => {
  const denied = { analytics_storage: 'denied', wait_for_update: 500 };

  test.each<[string, object, (site: ImportedPage) => void]>([
    ['when nobody updates it in time', denied, () => undefined],
    [
      'when another type is updated',
      { ...denied, ad_storage: 'denied' },
      (site) => site.gtag('consent', 'update', { ad_storage: 'granted' }),
    ],
  ])('erases nothing %s', async (_, settings, goOn) => {
    const site = openPage(none, noTool);
    await site.run();
    site.gtag('consent', 'default', settings);
    goOn(site);
    await site.wait(600);
    expect(site.identities()).toMatchObject([
      { consent: 'unset', source: 'new' },
      { consent: 'denied', source: 'memory' },
    ]);
    expect(site.cookieNames()).toEqual(['_d8a', '_d8a_P']);
  });

  test('is followed by the visitor’s choice as any other', async () => {
    const site = openPage(none, noTool);
    await site.run();
    site.gtag('consent', 'default', denied);
    await site.wait(600);
    site.choose('denied');
    await site.run();
    // Google tells nobody: what is in force has not changed.
    expect(site.identities()).toHaveLength(2);
    site.choose('granted');
    await site.run();
    site.choose('denied');
    await site.run();
    const [first, , granted, withdrawn] = site.identities();
    expect(granted).toMatchObject({ consent: 'granted', clientId: first?.clientId });
    expect(withdrawn).toMatchObject({ consent: 'withdrawn', source: 'memory' });
    expect(site.cookieNames()).toEqual([]);
  });
});

test('an update within the time to wait is heard, though nobody had set the type', async () => {
  const remembered = { choice: 'granted', afterMillis: 100 } as const;
  const site = openPage(exportFor({ fields, consentTool: 'google' }), { ...noTool, remembered });
  await site.run();
  expect(site.identities()).toMatchObject([{ consent: 'granted', source: 'new' }]);
});

test('every consent tool that there is a recipe for is simulated', () => {
  expect(['none', ...tools.map(([id]) => id)].sort()).toEqual(Object.keys(CONSENT_TOOLS).sort());
});

describe.each(tools)('with %s', (consentTool, place, messages) => {
  const exported = exportFor({ fields, consentTool });
  const visitMillis = CONSENT_TOOLS[consentTool].waitForUpdateMillis;

  test('a visitor who has not chosen has an identity in memory, and no cookie', async () => {
    const site = openPage(exported, { place });
    await site.run();
    expect(site.identities()).toMatchObject([{ consent: 'denied', source: 'memory' }]);
    expect(site.cookieNames()).toEqual([]);
  });

  test('a visitor who agrees keeps that identity, and who withdraws loses it', async () => {
    const site = openPage(exported, { place });
    await site.run();
    site.choose('granted');
    for (const message of messages) site.push(message);
    await site.run();
    site.choose('denied');
    await site.run();
    const [before, agreed, withdrawn] = site.identities();
    expect(agreed).toMatchObject({ consent: 'granted', source: 'promoted' });
    expect(agreed?.clientId).toBe(before?.clientId);
    expect(withdrawn).toMatchObject({ consent: 'withdrawn', source: 'memory' });
    expect(withdrawn?.clientId).not.toBe(before?.clientId);
    expect(site.cookieNames()).toEqual([]);
  });

  test('a visitor who comes back has one identity, the stored one, from the first event on', async () => {
    const jar = createCookieJar();
    const first = openPage(exported, { place }, jar);
    await first.run();
    first.choose('granted');
    await first.run();
    const remembered = { choice: 'granted', afterMillis: visitMillis / 2 } as const;
    const site = openPage(exported, { place, remembered }, jar);
    await site.run();
    expect(site.identities()).toMatchObject([
      { consent: 'granted', source: 'cookie', clientId: first.identities()[0]?.clientId },
    ]);
    expect(site.cookieNames()).toEqual(['_d8a', '_d8a_P']);
  });
});

describe.each(tools.filter(([, place]) => place === 'container'))(
  'with %s, which tells Google an earlier choice through the sandbox’s APIs,',
  (consentTool, place) => {
    const exported = exportFor({ fields, consentTool });

    test('a visitor who has agreed is known by one identity on every page, without a wait', async () => {
      const jar = createCookieJar();
      const first = openPage(exported, { place, saysByApi: 'granted' }, jar);
      await first.run();
      const next = openPage(exported, { place, saysByApi: 'granted' }, jar);
      await next.run();
      const [known, again] = [...first.identities(), ...next.identities()];
      expect(known).toMatchObject({ consent: 'granted', source: 'new' });
      expect(again).toMatchObject({ consent: 'granted', source: 'cookie' });
      expect(again?.clientId).toBe(known?.clientId);
      expect(known?.reasons).not.toContain('consent_wait_over');
      expect(again?.reasons).not.toContain('consent_wait_over');
    });

    test('a visitor who has refused is forgotten', async () => {
      const jar = createCookieJar();
      await openPage(exported, { place, saysByApi: 'granted' }, jar).run();
      const site = openPage(exported, { place, saysByApi: 'denied' }, jar);
      await site.run();
      expect(site.identities()).toMatchObject([{ consent: 'withdrawn', source: 'memory' }]);
      expect(site.cookieNames()).toEqual([]);
    });
  },
);
