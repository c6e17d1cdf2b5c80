const setCookie = 'uid=0f8fad5b-d9cb-469f-a165-70867728950e; Path=/; Max-Age=63072000';

const server = Bun.serve({
  port: 0,
  hostname: '127.0.0.1',
  fetch: () => new Response('ok', { headers: { 'set-cookie': setCookie } }),
});
console.log(JSON.stringify({ msg: 'started', address: `http://127.0.0.1:${server.port}` }));
