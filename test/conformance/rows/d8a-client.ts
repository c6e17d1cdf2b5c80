/** A client cookie's text and the client ID in it. */
export const clientRows: [text: string, clientId: string | undefined][] = [
  ['C1.1.457554353.1762098975', '457554353.1762098975'],
  ['C1.1.0.0', '0.0'],
  ['C1.1.007.0001', '007.0001'],
  ['C1.1.99999999999999999999.1', '99999999999999999999.1'],
  ['bad', undefined],
  ['', undefined],
  ['C1.1.', undefined],
  ['C1.1.1', undefined],
  ['C1.1.1.', undefined],
  ['C1.1..1', undefined],
  ['C1.1.1.2.3', undefined],
  ['C1.1. 1.2', undefined],
  ['C1.1.1.2 ', undefined],
  ['C1.1.-1.2', undefined],
  ['C1.1.+1.2', undefined],
  ['C1.1.1.a', undefined],
  ['c1.1.1.2', undefined],
  ['C1.2.1.2', undefined],
  ['C2.1.1.2', undefined],
  ['C1.1.1.2\n', undefined],
];

/** Google Analytics' client cookie, and the client ID in it. */
export const googleRows: [text: string, clientId: string | undefined][] = [
  ['GA1.1.457554353.1762098975', '457554353.1762098975'],
  ['GA1.2.457554353.1762098975', '457554353.1762098975'],
  ['GA1.3-2.457554353.1762098975', '457554353.1762098975'],
  ['GA1.1.007.0001', '007.0001'],
  ['', undefined],
  ['bad', undefined],
  ['GA1.1.', undefined],
  ['GA1.1.457554353', undefined],
  ['GA1.1.457554353.', undefined],
  ['GA1.1..1762098975', undefined],
  ['GA1.457554353.1762098975', undefined],
  ['GA1.1.457554353.1762098975.1', undefined],
  ['GA1.1.457554353.1762098975\n', undefined],
  ['GA1.1.45755435a.1762098975', undefined],
  ['GA1.1.-1.1762098975', undefined],
  ['GA1.1.amp-abc123', undefined],
  ['GA2.1.457554353.1762098975', undefined],
  ['GS1.1.457554353.1762098975', undefined],
  ['C1.1.457554353.1762098975', undefined],
];

/** d8a's own vector: 0.123456 of 2147483647, at 1700000000000 ms. */
export const freshVector = {
  random: 265119741,
  nowSeconds: 1700000000,
  clientId: '265119741.1700000000',
  sessionRandomId: '4dufp94dufp94dufp9',
};
