const setCookie = 'uid=0f8fad5b-d9cb-469f-a165-70867728950e; Path=/; Max-Age=63072000';

Deno.serve(
  {
    port: 0,
    hostname: '127.0.0.1',
    onListen: ({ port }) =>
      console.log(JSON.stringify({ msg: 'started', address: `http://127.0.0.1:${port}` })),
  },
  () => new Response('ok', { headers: { 'set-cookie': setCookie } }),
);
