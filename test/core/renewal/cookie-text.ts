import fc from 'fast-check';

/** Any text, and more often what looks like d8a's cookies. */
export const cookieText = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        'S1.1.',
        'C1.1.',
        '$',
        's',
        'o',
        't',
        'g',
        '1',
        '17',
        '.',
        ' ',
        '%',
        '"',
        '_',
      ),
    )
    .map((parts) => parts.join('')),
);
