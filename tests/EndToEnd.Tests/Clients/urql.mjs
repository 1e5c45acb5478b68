// urql: its normalised cache with the schema at hand, pages by the Relay conventions, and automatic persisted queries.
import assert from 'node:assert/strict';
import { Client, fetchExchange, gql } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { persistedExchange } from '@urql/exchange-persisted';
import { getIntrospectionQuery } from 'graphql';
import { ask, counting, endpoint, headers, run } from './host.mjs';

const Members = gql`
  query UrqlMembers($first: Int, $after: String) {
    members(first: $first, after: $after) {
      edges { cursor node { id fullName organization { id name } } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }
`;

const { data: schema } = await ask({ query: getIntrospectionQuery() });
const warnings = [];
const exchange = () => cacheExchange({
  schema,
  resolvers: { Query: { members: relayPagination() } },
  logger: (severity, message) => warnings.push(`${severity}: ${message}`),
});

async function pages() {
  const { requests, fetch } = counting();
  const client = new Client({ url: endpoint, fetch, fetchOptions: { headers }, preferGetMethod: false, exchanges: [exchange(), fetchExchange] });
  const first = await client.query(Members, { first: 3 }).toPromise();
  assert.equal(first.error, undefined);
  const second = await client.query(Members, { first: 3, after: first.data.members.pageInfo.endCursor }).toPromise();
  assert.equal(second.error, undefined);
  assert.equal(new Set(second.data.members.edges.map(({ node }) => node.id)).size, 6);
  const again = await client.query(Members, { first: 3 }).toPromise();
  assert.equal(again.data.members.edges.length, 6);
  assert.equal(requests.length, 2);
  assert.deepEqual(warnings, []);
}

async function registers(preferGetForPersistedQueries) {
  const { requests, fetch } = counting();
  const client = new Client({
    url: endpoint, fetch, fetchOptions: { headers }, preferGetMethod: false,
    exchanges: [persistedExchange({ preferGetForPersistedQueries }), fetchExchange],
  });
  const query = gql(`query By${preferGetForPersistedQueries ? 'Get' : 'Post'}${run} { viewer { userName } }`);
  for (const requestPolicy of ['network-only', 'network-only']) {
    const result = await client.query(query, {}, { requestPolicy }).toPromise();
    assert.equal(result.error, undefined);
    assert.ok(result.data.viewer.userName);
  }

  return requests;
}

await pages();
assert.deepEqual((await registers(false)).map(({ hasText }) => hasText), [false, true, false]);
const byGet = await registers(true);
assert.deepEqual(byGet.map(({ method, hasText }) => [method, hasText]), [['GET', false], ['GET', true], ['GET', false]]);
