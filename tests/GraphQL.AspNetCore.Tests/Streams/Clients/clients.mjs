// Lets the reference clients speak with an address; writes what each heard as a line of JSON.
import { createClient as createEventClient } from 'graphql-sse';
import { createClient as createSocketClient } from 'graphql-ws';
import WebSocket from 'ws';

const url = process.argv[2];
const tell = (name, value) => process.stdout.write(JSON.stringify({ name, value }) + '\n');

async function all(results) {
  const heard = [];
  for await (const result of results) heard.push(result);
  return heard;
}

async function speak(name, client) {
  tell(`${name} subscription`, await all(client.iterate({ query: 'subscription ($to: Int!) { count(to: $to) }', variables: { to: 3 } })));
  tell(`${name} query`, await all(client.iterate({ query: '{ greeting(name: "Đảng") }' })));
  tell(`${name} mutation`, await all(client.iterate({ query: 'mutation { rename(name: "b") }' })));

  const left = client.iterate({ query: 'subscription { flood(size: 3) }' });
  tell(`${name} leaves`, (await left.next()).value);
  await left.return();
}

const events = createEventClient({ url, headers: { Authorization: 'Bearer an' }, retryAttempts: 0 });
await speak('sse', events);
tell('sse refused', await all(events.iterate({ query: 'subscription { no }' })));
events.dispose();

const socketUrl = url.replace('http', 'ws');
const socketOptions = { url: socketUrl, webSocketImpl: WebSocket, lazyCloseTimeout: 0 };
const sockets = createSocketClient({ ...socketOptions, connectionParams: { Authorization: 'Bearer an' }, retryAttempts: 0 });
await speak('ws', sockets);
tell('ws refused', await all(sockets.iterate({ query: 'subscription { no }' })).catch((errors) => errors));
await sockets.dispose();

const stranger = createSocketClient({ ...socketOptions, connectionParams: { Authorization: 'Bearer nobody' }, retryAttempts: 0 });
tell('ws stranger', await all(stranger.iterate({ query: '{ greeting }' })).catch(({ code }) => code));

// A token that expires closes the connection; the client comes back with a new one and subscribes again by itself.
const tokens = ['brief', 'an'];
const heard = [];
const renewed = await new Promise((resolve, reject) => {
  const renewing = createSocketClient({
    ...socketOptions,
    connectionParams: () => ({ Authorization: `Bearer ${tokens.shift()}` }),
    retryWait: async () => {},
    on: {
      closed: ({ code }) => heard.push(code),
      message: ({ type }) => {
        heard.push(type);
        if (heard.filter((each) => each === 'connection_ack').length === 2) resolve(renewing);
      },
    },
  });
  renewing.subscribe({ query: 'subscription { silence }' }, { next: () => {}, error: reject, complete: () => {} });
});
tell('ws renews', [...heard]);
await renewed.dispose();
