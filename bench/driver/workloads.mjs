// The workloads: which request each server gets. Documents of PostGraphile name its own fields and rename them to ours, so that
// all answers can be compared.
const scalars = 'id fullName sex birthDate ethnicGroup status joinedOn cardNumber';
const scalarsOfPostGraphile = scalars.replace('id ', 'id: rowId ');

const ours = {
  W1: (operation) => `query${operation}($id: ID!) { member(id: $id) { ${scalars} } }`,
  W2: () => `{ members(first: 50) { nodes { ${scalars} organization { name } } } }`,
  W3: (operation, cells = 20) =>
    `query${operation} { organizations(first: ${cells}, where: { kind: { eq: "CELL" } }) { nodes { id name members(first: 10) { nodes { id fullName card { number validFrom } statuses { status validFrom validTo } } } } } }`,
  W5: (cursors) => `{ ${[null, ...cursors].map((cursor, page) =>
    `page${page + 1}: members(first: 200${cursor ? `, after: "${cursor}"` : ''}) { nodes { ${scalars} occupation officialOn } }`).join(' ')} }`,
  W6: () => '{ __typename }',
  W7: () => 'mutation($id: ID!, $version: Int!, $phone: String) { updateMember(input: { memberId: $id, expectedVersion: $version, phone: $phone }) { member { id phone version } errors { ... on Problem { code } } } }',
};

const json = (query, variables) => JSON.stringify(variables ? { query, variables } : { query });

/** All workloads, for data that was looked up before. */
export function workloadsOf({ members, cursors }) {
  const byId = (query) => members.map(({ id }) => json(query, { id }));
  const counted = '<<counter>>';
  const changes = (query) => members.map(({ id, version }) =>
    json(query, { id, version: 0, phone: '0912345678' }).replace('"version":0', `"version":<<version:${version}>>`));
  const all = [
    { name: 'W1', title: 'one member by id, 8 scalars', limitPath: '/W1', lines: byId(ours.W1('')) },
    { name: 'W2', title: '50 members with their organization\'s name', limitPath: '/W2', lines: [json(ours.W2())] },
    { name: 'W3', title: '20 cells, 10 members each, each with the card in force and the statuses', limitPath: '/W3', lines: [json(ours.W3(''))] },
    { name: 'W5', title: '1,000 members, 10 fields, in five pages', limitPath: '/W5', lines: [json(ours.W5(cursors))] },
    { name: 'W6', title: '{ __typename }', limitPath: '/W6', lines: [json(ours.W6())] },
    { name: 'W1u', title: 'W1 with a document never seen before', limitPath: '/W1', lines: byId(ours.W1(` q${counted}`)) },
    { name: 'W3u', title: 'W3 with a document never seen before', limitPath: '/W3', lines: [json(ours.W3(` q${counted}`))] },
    { name: 'W7', title: 'one change of a member with its history, committed', limitPath: '/W7', lines: changes(ours.W7()), writes: true },
    { name: 'W3x10', title: 'W3 with 200 cells', limitPath: '/W3?cells=200', lines: [json(ours.W3('', 200))], onlyIfAsked: true },
  ];
  return all.map((workload) => ({ ...workload, linesOf: (server) => server.name === 'postgraphile' ? workload.postgraphile : workload.lines }));
}

/** The documents that look up what the workloads need. */
export const lookUps = {
  page: (after) => json(`{ members(first: 200${after ? `, after: "${after}"` : ''}) { nodes { id version } pageInfo { endCursor } } }`),
};

export { scalarsOfPostGraphile };
