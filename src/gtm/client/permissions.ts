/** Why each permission is asked for, and what the code does not say itself. */
export const permissions = {
  access_response: {
    why: 'Answers with an image, a short JSON or a refusal, and with the headers that keep it out of caches.',
  },
  read_request: {
    why: 'Reads the path, the headers that say which page asks, and the cookies of your own sites.',
  },
  return_response: {
    why: 'Sends the answer.',
  },
  set_cookies: {
    why: 'Renews and removes the identity cookies, whose names and domain depend on your settings. The path is always /.',
    allowedCookies: [{ name: '*', domain: '*', path: '/', secure: 'any', session: 'non_session' }],
  },
  use_custom_private_keys: {
    why: 'Signs the server ID, when you say that the container has keys.',
  },
};
