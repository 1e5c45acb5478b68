// The workloads: which request each server gets. Mercurius gets the host's documents; those for PostGraphile name its own fields and rename
// them to ours, as far as that goes; equality.mjs does the rest.
const scalars = 'id fullName sex birthDate ethnicGroup status joinedOn cardNumber';
const ours = {
  W1: (operation) => `query${operation}($id: ID!) { member(id: $id) { ${scalars} } }`,
  W2: () => `{ members(first: 50) { nodes { ${scalars} organization { name } } } }`,
  W3: (operation, cells = 20) =>
    `query${operation} { organizations(first: ${cells}, where: { kind: { eq: "CELL" } }) { nodes { id name members(first: 10) { nodes { id fullName card { number validFrom } statuses { status validFrom validTo } } } } } }`,
  W5: (cursors) => `{ ${[null, ...cursors].map((cursor, page) =>
    `page${page + 1}: members(first: 200${cursor ? `, after: "${cursor}"` : ''}) { nodes { ${scalars} occupation officialOn } }`).join(' ')} }`,
  W6: () => '{ __typename }',
  W7: () => 'mutation($changes: [MemberChangeInput!]!) { updateMembers(input: { members: $changes }) { members { id phone version } errors { ... on Problem { code } } } }',
  W7a: () => 'mutation($id: ID!, $version: Int!, $phone: String) { updateMember(input: { memberId: $id, expectedVersion: $version, phone: $phone }) { member { id phone version } errors { ... on Problem { code } } } }',
};

const rowScalars = scalars.replace('id ', 'id: rowId ');
const inOrder = 'condition: { provinceId: 36 }, orderBy: [SORT_KEY_ASC, ROW_ID_ASC]';

const ofPostGraphile = {
  W1: (operation) => `query${operation}($id: UUID!) { member: membersMemberByProvinceIdAndRowId(provinceId: 36, rowId: $id) { ${rowScalars} } }`,
  W2: () => `{ members: allMembersMembers(first: 50, ${inOrder}) { nodes { ${rowScalars} organization { name } } } }`,
  W3: (operation, cells = 20) =>
    `query${operation} { organizations: allOrganizations(first: ${cells}, condition: { provinceId: 36, kind: "CELL" }, orderBy: [SORT_KEY_ASC, ROW_ID_ASC]) { nodes { id: rowId name `
    + 'members(first: 10, orderBy: [SORT_KEY_ASC, ROW_ID_ASC]) { nodes { id: rowId fullName '
    + 'card: membersPartyCardsByProvinceIdAndMemberId(first: 1, orderBy: [FIRST_DAY_DESC]) { nodes { number validFrom: firstDay } } '
    + 'statuses: membersMembershipStatusesByProvinceIdAndMemberId(orderBy: [FIRST_DAY_DESC]) { nodes { status validFrom: firstDay valid { end { value } } } } } } } } }',
  W5: () => `{ ${[0, 1, 2, 3, 4].map((page) =>
    `page${page + 1}: allMembersMembers(first: 200, offset: ${200 * page}, ${inOrder}) { nodes { ${rowScalars} occupation officialOn } }`).join(' ')} }`,
  W6: () => '{ __typename }',
};

const keyOf = (id) => Buffer.from(id, 'base64url').toString('latin1').split(':')[1];

const json = (query, variables) => JSON.stringify(variables ? { query, variables } : { query });

/**
 * All workloads, for data that was looked up before. Thirty members are changed at once three hundred times before the first are changed again, because a request that
 * overtakes the one before it finds another version, and so do all behind it.
 */
export function workloadsOf({ members: everybody, cursors, root, readers }) {
  const members = everybody.slice(0, 1000);
  const byId = (query) => members.map(({ id }) => json(query, { id }));
  const counted = '<<counter>>';
  const changeOf = ({ id, version }) => `{"memberId":"${id}","expectedVersion":<<version:${version}>>,"phone":"<<phone>>"}`;
  const changesOfThirty = (query) => Array.from({ length: everybody.length / 30 }, (_, index) =>
    json(query, { changes: [] }).replace('[]', `[${everybody.slice(30 * index, 30 * index + 30).map(changeOf).join(',')}]`));
  const changes = (query) => members.map(({ id, version }) =>
    json(query, { id, version: 0, phone: '<<phone>>' }).replace('"version":0', `"version":<<version:${version}>>`));
  const rows = (query) => members.map(({ id }) => json(query, { id: keyOf(id) }));
  const others = {
    W1: rows(ofPostGraphile.W1('')),
    W2: [json(ofPostGraphile.W2())],
    W3: [json(ofPostGraphile.W3(''))],
    W5: [json(ofPostGraphile.W5())],
    W6: [json(ofPostGraphile.W6())],
    W1u: rows(ofPostGraphile.W1(` q${counted}`)),
    W3u: [json(ofPostGraphile.W3(` q${counted}`))],
    W3x10: [json(ofPostGraphile.W3('', 200))],
  };
  const all = [
    { name: 'W1', title: 'one member by id, 8 scalars', limitPath: '/W1', lines: byId(ours.W1('')) },
    { name: 'W2', title: '50 members with their organization\'s name', limitPath: '/W2', lines: [json(ours.W2())] },
    { name: 'W3', title: '20 cells, 10 members each, each with the card in force and the statuses', limitPath: '/W3', lines: [json(ours.W3(''))] },
    { name: 'W5', title: '1,000 members, 10 fields, in five pages', limitPath: '/W5', lines: [json(ours.W5(cursors))], mercurius: [json(ours.W5([200, 400, 600, 800]))] },
    { name: 'W6', title: '{ __typename }', limitPath: '/W6', lines: [json(ours.W6())] },
    { name: 'W1u', title: 'W1 with a document never seen before', limitPath: '/W1', lines: byId(ours.W1(` q${counted}`)) },
    { name: 'W3u', title: 'W3 with a document never seen before', limitPath: '/W3', lines: [json(ours.W3(` q${counted}`))] },
    { name: 'W7', title: 'thirty members changed by one mutation, with their history, committed', limitPath: '/W7', lines: changesOfThirty(ours.W7()), writes: 30 },
    { name: 'W7a', title: 'one member changed, with its history, committed', limitPath: '/W7a', lines: changes(ours.W7a()), writes: 1 },
    { name: 'W3x10', title: 'W3 with 200 cells', limitPath: '/W3?cells=200', lines: [json(ours.W3('', 200))], onlyIfAsked: true },
    { name: 'G', title: 'introduced to the residence, in each grassroots organization of the province', lines: [json(introduced(root))], isOurs: true, onlyIfAsked: true },
  ];
  for (const [index, who] of (readers ? protectedFrom : []).entries()) {
    all.push({ name: `P${index}`, title: `50 members, six basic values, ${who}`, lines: [json(page('cardNumber occupation'))], token: readers[index].token, isOurs: true });
    all.push({ name: `P${index}s`, title: `the same, two of them sensitive`, lines: [json(page('citizenId phone'))], token: readers[index].token, isOurs: true });
    all.push({ name: `R${index}`, title: `50 members as a register shows them, ${who}`, lines: [json(register('cardNumber occupation'))], token: readers[index].token, isOurs: true });
    if (readers[index].organization)
      all.push({ name: `R${index}n`, title: `the same members, by the name of their organization, a reader of the province`, lines: [json(registerOf(readers[index].organization))], token: readers[0].token, isOurs: true });
    all.push({ name: `R${index}s`, title: `the same, two values sensitive`, lines: [json(register('citizenId phone'))], token: readers[index].token, isOurs: true });
  }
  const linesOf = (workload) => (server) =>
    workload.isOurs ? (server.name === 'ours' ? workload.lines : undefined) : server.name === 'postgraphile' ? others[workload.name] : server.name === 'mercurius' ? workload.mercurius ?? workload.lines : workload.lines;
  return all.map((workload) => ({ ...workload, linesOf: linesOf(workload) }));
}

/** For whom protection is measured: nobody's reach is looked at for the first. */
const protectedFrom = ['a reader of the province', 'a reader of all below the root', 'a reader of a district', 'a reader of a commune'];
const page = (values) => `{ members(first: 50) { nodes { id fullName status joinedOn ${values} } } }`;
const shown = (values) => `{ pageInfo { hasNextPage endCursor } nodes { id fullName sex birthDate ethnicGroup status joinedOn officialOn ${values}
  organization { id name parent { name } } flags { flag validFrom } residences { kind address } } }`;
const register = (values) => `{ members(first: 50) ${shown(values)} }`;
/** What nobody's reach is looked at for either: the same page as a reader of the organization has it, since fewer members are sorted otherwise than many. */
const registerOf = (organization) => `{ organization(id: "${organization}") { members(first: 50, includeSubtree: true) ${shown('cardNumber occupation')} } }`;

const introduced = (root) => `{ organization(id: "${root}") { residenceLiaison { grassroots { introduced total } } } }`;

/** The documents that look up what the workloads need. */
export const lookUps = {
  // The root, a district and a commune: the first of each in the order of codes.
  organizations: json(`{ ${['PROVINCIAL', 'DIRECT_SUPERIOR', 'GRASSROOTS_COMMITTEE'].map((kind, index) =>
    `k${index}: organizations(first: 1, where: { kind: { eq: "${kind}" } }, orderBy: { field: CODE }) { nodes { id } }`).join(' ')} }`),
  page: (after) => json(`{ members(first: 200${after ? `, after: "${after}"` : ''}) { nodes { id version } pageInfo { endCursor } } }`),
};
