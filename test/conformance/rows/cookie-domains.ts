/** A host and the cookie domains to try, in this order; '' is this host alone. */
export const domainRows: [host: string, candidates: string[]][] = [
  ['docs.example.test', ['example.test', 'docs.example.test', '']],
  ['example.test', ['example.test', '']],
  ['a.b.example.co.uk', ['co.uk', 'example.co.uk', 'b.example.co.uk', 'a.b.example.co.uk', '']],
  ['localhost', ['']],
  ['', ['']],
  ['[::1]', ['']],
  ['127.0.0.1', ['']],
  ['10.0.0.256', ['']],
  ['a.b.c.5', ['']],
  ['1.2.3', ['2.3', '1.2.3', '']],
  ['shop.user.github.io', ['github.io', 'user.github.io', 'shop.user.github.io', '']],
];
