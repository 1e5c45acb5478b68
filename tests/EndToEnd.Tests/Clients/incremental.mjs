// Parts of a response that come later, as Apollo Client and urql take them: what is there is shown first, and put together it is the whole.
import assert from 'node:assert/strict';
import { ApolloClient, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { GraphQL17Alpha9Handler } from '@apollo/client/incremental';
import { Client, fetchExchange } from '@urql/core';
import { ask, endpoint, headers } from './host.mjs';

const text = `
  query Later($defer: Boolean!, $stream: Boolean!) {
    members(first: 30) {
      totalCount
      nodes @stream(initialCount: 10, if: $stream) {
        id
        fullName
        ... @defer(if: $defer) { organization { id name } }
      }
    }
  }
`;

const { data: whole } = await ask({ query: text, variables: { defer: false, stream: false } });
const names = ({ members }) => members.nodes.map(({ id, fullName, organization }) => [id, fullName, organization?.name]);
const expected = names(whole);
assert.equal(expected.length, 30);
assert.ok(expected.every(([, , organization]) => organization));

// A client that takes no parts gets the whole, though it asks for parts.
assert.deepEqual(names((await ask({ query: text, variables: { defer: true, stream: true } })).data), expected);

function check(states, initialCount, what) {
  assert.ok(states.length > 1, `${what} showed nothing before all was there.`);
  assert.equal(states[0].members.nodes.length, initialCount, what);
  assert.ok(states[0].members.nodes.every(({ organization }) => !organization), what);
  assert.equal(states[0].members.totalCount, whole.members.totalCount);
  assert.deepEqual(names(states.at(-1)), expected, what);
}

async function byApollo() {
  const client = new ApolloClient({
    link: new HttpLink({ uri: endpoint, headers }), cache: new InMemoryCache(), incrementalHandler: new GraphQL17Alpha9Handler(),
  });
  const states = [];
  await new Promise((resolve, reject) => {
    client.watchQuery({ query: gql(text), variables: { defer: true, stream: true } }).subscribe({
      next: ({ data, dataState, error }) => {
        if (error) {
          reject(error);
        }

        if (data) {
          states.push(JSON.parse(JSON.stringify(data)));
        }

        if (dataState === 'complete') {
          resolve();
        }
      },
      error: reject,
    });
  });
  check(states, 10, 'Apollo Client');
}

// It takes fragments in this form, but lists only in an older one.
async function byUrql() {
  const client = new Client({ url: endpoint, fetchOptions: { headers }, preferGetMethod: false, exchanges: [fetchExchange] });
  const states = [];
  await new Promise((resolve, reject) => {
    client.query(text, { defer: true, stream: false }).subscribe(({ data, error, hasNext }) => {
      if (error) {
        reject(error);
      }

      states.push(JSON.parse(JSON.stringify(data)));
      if (!hasNext) {
        resolve();
      }
    });
  });
  check(states, 30, 'urql');
}

await byApollo();
await byUrql();
