// Apollo Client: a normalised cache, pages that are joined, fragments read from the cache, and automatic persisted queries by POST and by GET.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { relayStylePagination } from '@apollo/client/utilities';
import { filter, firstValueFrom } from 'rxjs';
import { counting, endpoint, headers, run } from './host.mjs';

const Members = gql`
  query Members($first: Int, $after: String) {
    members(first: $first, after: $after) {
      totalCount
      edges { cursor node { id fullName organization { id name } } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }
`;

const Again = gql`query Again($id: ID!) { node(id: $id) { id ... on Member { fullName organization { id name } } } }`;
const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const cache = () => new InMemoryCache({ typePolicies: { Query: { fields: { members: relayStylePagination() } } }, possibleTypes: { Node: ['Member', 'Organization'] } });

function clientWith(options = {}) {
  const { requests, fetch } = counting();
  const link = ApolloLink.from([...(options.persisted ? [new PersistedQueryLink({ sha256, ...options.persisted })] : []), new HttpLink({ uri: endpoint, headers, fetch })]);
  return { requests, client: new ApolloClient({ link, cache: cache() }) };
}

async function normalises() {
  const { client, requests } = clientWith();
  const observed = client.watchQuery({ query: Members, variables: { first: 3 } });
  const first = (await firstValueFrom(observed.pipe(filter(({ loading }) => !loading)))).data.members;
  assert.equal(first.edges.length, 3);
  await observed.fetchMore({ variables: { after: first.pageInfo.endCursor } });

  const joined = client.readQuery({ query: Members, variables: { first: 3 } }).members;
  assert.equal(joined.edges.length, 6);
  assert.equal(new Set(joined.edges.map(({ node }) => node.id)).size, 6);
  const kept = client.extract();
  for (const { node } of joined.edges) {
    assert.equal(kept[`Member:${node.id}`].fullName, node.fullName);
    assert.equal(kept[`Organization:${node.organization.id}`].name, node.organization.name);
  }

  const { id, fullName } = joined.edges[0].node;
  assert.deepEqual(client.readFragment({ id: `Member:${id}`, fragment: gql`fragment Name on Member { fullName }` }), { __typename: 'Member', fullName });
  assert.equal((await client.query({ query: Again, variables: { id } })).data.node.fullName, fullName);
  assert.equal(requests.length, 3);
}

async function registers(useGETForHashedQueries) {
  const { client, requests } = clientWith({ persisted: { useGETForHashedQueries } });
  const variables = { first: useGETForHashedQueries ? 2 : 1 };
  const query = gql(`query By${useGETForHashedQueries ? 'Get' : 'Post'}${run}($first: Int) { members(first: $first) { totalCount } }`);
  for (const fetchPolicy of ['network-only', 'network-only']) {
    assert.ok((await client.query({ query, variables, fetchPolicy })).data.members.totalCount > 0);
  }

  const hashed = useGETForHashedQueries ? 'GET' : 'POST';
  assert.deepEqual(requests, [{ method: hashed, hasText: false }, { method: 'POST', hasText: true }, { method: hashed, hasText: false }]);
}

await normalises();
await registers(false);
await registers(true);
