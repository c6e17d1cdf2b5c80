import { withCookies, withHeaders, type Fault } from './doctored-site.ts';

const addCookie = (line: string): Fault => ({
  response: (response) => withHeaders(response, (headers) => headers.append('set-cookie', line)),
});

const onlyIpv6 = {
  'www.example.com': { AAAA: ['2001:db8::10'] },
  'id.example.com': { AAAA: ['2001:db8::20'] },
};

/** What sites have that is no fault. */
export const siteOddities: [string, Fault][] = [
  [
    'a load balancer’s cookie',
    addCookie('AWSALB=a; Expires=Fri, 01 Jan 2100 00:00:00 GMT; Path=/'),
  ],
  ['a CDN’s cookie', addCookie('__cf_bm=a; Path=/; HttpOnly; Secure; SameSite=None')],
  [
    'an image with parameters in its type',
    {
      response: (response) =>
        withHeaders(response, (headers) => {
          if (headers.get('content-type') === 'image/gif') {
            headers.set('content-type', 'image/gif; charset=binary');
          }
        }),
    },
  ],
  [
    'cookies with Expires in the place of Max-Age',
    {
      response: (response) =>
        withCookies(response, (line) =>
          line.replace(/Max-Age=\d+/, 'Expires=Fri, 01 Jan 2100 00:00:00 GMT'),
        ),
    },
  ],
  ['IPv6 alone', { zone: onlyIpv6 }],
];
