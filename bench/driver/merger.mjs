// Asks what the province of Nam Định was on days that are over, and what is under way in it; the second time, within the province that took it in, the answers have to be the first ones.
// node merger.mjs ADDRESS PROVINCE FILE
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

const [address, province, file] = process.argv.slice(2);
const account = { userName: 'nam-dinh.board', password: 'Modular-2026!' };

const signedIn = await fetch(`${address}/auth/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(account) });
const { accessToken } = await signedIn.json();

async function ask(query, variables) {
  const response = await fetch(`${address}/${province}/graphql`, {
    method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${accessToken}` }, body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(`${query}\n${JSON.stringify(errors).slice(0, 1000)}`);
  return data;
}

const known = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
const { about, answers: before } = known ?? { about: await lookUp() };

/** What is asked about, by identifiers that stay, and the days. */
async function lookUp() {
  const { root, cells, members } = await ask(`{
    root: organizations(first: 1, where: { kind: { eq: "PROVINCIAL" } }) { nodes { id } }
    cells: organizations(first: 200, where: { kind: { eq: "CELL" } }) { nodes { id } }
    members(first: 200) { nodes { id } } }`);
  const yesterday = new Date(Date.now() + 7 * 3_600_000 - 86_400_000).toISOString().slice(0, 10);
  const lastYear = Number(yesterday.slice(0, 4)) - 1;
  return {
    root: root.nodes[0].id, cells: cells.nodes.map(({ id }) => id), members: members.nodes.map(({ id }) => id),
    days: [yesterday, `${lastYear}-12-31`, `${lastYear - 2}-06-30`], first: `${lastYear}-01-01`, last: `${lastYear}-12-31`,
  };
}

const ofRoot = (fields) => `{ organization(id: "${about.root}") { ${fields} } }`;
const onDays = (fields) => ofRoot(about.days.map((day, index) => fields(`day${index}`, `"${day}"`)).join(' '));
const ofForm = (form) => ofRoot(`statisticsForm(form: ${form}, from: "${about.first}", to: "${about.last}") { lines { code value } }`);
const each = (name, ids, fields) => `{ ${ids.map((id, index) => `of${index}: ${name}(id: "${id}") { ${fields} }`).join(' ')} }`;
const questions = {
  'members, three days': onDays((name, day) => `${name}: memberCount(asOf: ${day}, includeSubtree: true)`),
  'organizations by kind, three days': onDays((name, day) => `${name}: organizationCounts(asOf: ${day}) { kind count }`),
  'cells by size, three days': onDays((name, day) => `${name}: cellSizes(asOf: ${day}) { least most count }`),
  'structure, three days': onDays((name, day) => `${name}: membershipStructure(asOf: ${day}) { members averageAge groups { dimension code members } }`),
  'movement of a year': ofRoot(`membershipMovement(from: "${about.first}", to: "${about.last}") { opening admitted deceased increase decrease closing }`),
  'form 1-TCTW': ofForm('MOVEMENT'),
  'form 2-TCTW': ofForm('NEW_MEMBERS'),
  'form 3-TCTW': ofForm('ALL_MEMBERS'),
  'form 4-TCTW': ofForm('ETHNIC_GROUPS_AND_RELIGIONS'),
  '50 cells with their superiors, committees and members of yesterday': each(
    'organization', about.cells.slice(0, 50), `name code ancestors(asOf: "${about.days[0]}") { name } committeePosts(asOf: "${about.days[0]}") { post } memberCount(asOf: "${about.days[0]}")`),
  '50 members with periods and history': each(
    'member', about.members.slice(0, 50), 'fullName status statuses { status validFrom validTo } assignments { validFrom validTo } cards { number } history(first: 1) { totalCount }'),
  'open cases: transfers': '{ transfers(first: 200) { totalCount nodes { id state } } }',
};

const answers = {};
let isTheSame = true;
for (const [title, query] of Object.entries(questions)) {
  await ask(query);
  const began = performance.now();
  answers[title] = await ask(query);
  const same = !before || JSON.stringify(before[title]) === JSON.stringify(answers[title]);
  isTheSame &&= same;
  console.log(`${province}, ${title}: ${(performance.now() - began).toFixed(0)} ms${before ? (same ? ', as before' : ', OTHERWISE THAN BEFORE') : ''}`);
  if (!same) console.log(`${JSON.stringify(before[title]).slice(0, 1500)}\n${JSON.stringify(answers[title]).slice(0, 1500)}`);
}

if (!known) writeFileSync(file, JSON.stringify({ about, answers }));
process.exitCode = isTheSame ? 0 : 1;
