import { describe, expect, test } from '@jest/globals';
import { Visitor } from './visitor.ts';

describe('what the built template leaves in the data layer', () => {
  test('is one event, with the identity under one key', async () => {
    const { page } = await new Visitor({ shortensScriptCookies: false }).view({ propertyIds: 'P' });
    const messages = page.window['dataLayer'] as { value?: { event?: string } }[];
    const events = messages.filter(({ value }) => value?.event === 'first_party_id');
    expect(events).toHaveLength(1);
    expect(events[0]?.value).toMatchObject({ firstPartyId: { source: 'new', consent: 'granted' } });
  });
});
