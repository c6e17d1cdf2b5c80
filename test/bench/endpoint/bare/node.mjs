import { createServer } from 'node:http';

const setCookie = 'uid=0f8fad5b-d9cb-469f-a165-70867728950e; Path=/; Max-Age=63072000';
const headers = ['content-type', 'text/plain', 'set-cookie', setCookie, 'content-length', '2'];

const server = createServer((request, response) => {
  response.writeHead(200, headers);
  response.end('ok');
});
server.listen(0, '127.0.0.1', () => {
  const address = `http://127.0.0.1:${server.address().port}`;
  process.stdout.write(JSON.stringify({ msg: 'started', address }) + '\n');
});
