import { describe, expect, test } from '@jest/globals';
import { createFirstPartyId as createForAll } from '../../src/loader/all.ts';
import { createFirstPartyId } from '../../src/loader/index.ts';

// Where pages are rendered there is no document, and many visitors share one process.

describe.each([
  ['first-party-id/loader', createFirstPartyId],
  ['first-party-id/loader-all', createForAll],
])('on a server, %s', (_, create) => {
  const options = { propertyIds: 'P', serverUrl: () => '/fpid', privacySignal: true };

  test('knows nobody, whatever it is asked', async () => {
    const firstPartyId = create(options);
    const nobody = { clientId: '', sessionId: '', source: 'none', hitNumber: 0 };
    expect(firstPartyId.get()).toMatchObject(nobody);
    expect(await firstPartyId.ready).toMatchObject(nobody);
    firstPartyId.setConsent('granted');
    expect(await firstPartyId.hit()).toMatchObject(nobody);
    expect(await firstPartyId.newSession()).toMatchObject(nobody);
    expect(await firstPartyId.forget()).toMatchObject(nobody);
    const answer = new Promise((resolve, reject) =>
      firstPartyId.fetchServerCookie(resolve, reject, true),
    );
    await expect(answer).rejects.toThrow();
  });

  test('leaves nothing for the next visitor', () => {
    const before = Object.keys(globalThis);
    create(options);
    expect(Object.keys(globalThis)).toEqual(before);
  });
});
