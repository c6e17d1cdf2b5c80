export const SHOP = 'https://www.shop.example.com';

/** Hosts that browsers treat differently, the endpoint as the tag's field has it there, and the widest domain on which a browser keeps a cookie. */
export const HOSTS = [
  { origin: SHOP, serverUrl: 'www.shop.example.com/fpid', domain: '.example.com' },
  {
    origin: 'https://www.example.co.uk',
    serverUrl: 'www.example.co.uk/fpid',
    domain: '.example.co.uk',
  },
  {
    origin: 'https://shop.user.github.io',
    serverUrl: 'shop.user.github.io/fpid',
    domain: '.user.github.io',
  },
  { origin: 'https://localhost', serverUrl: 'id.example.test/fpid', domain: 'localhost' },
  { origin: 'https://127.0.0.1', serverUrl: 'id.example.test/fpid', domain: '127.0.0.1' },
];
