const setCookie = 'uid=0f8fad5b-d9cb-469f-a165-70867728950e; Path=/; Max-Age=63072000';

export default {
  fetch: () => new Response('ok', { headers: { 'set-cookie': setCookie } }),
};
