// Relay's compiler takes the schema and documents by its conventions, and the host executes what it persisted: node relay.mjs ADDRESS TOKEN FOLDER, where the
// folder is that of the host's trusted documents.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { ask, schemaText } from './host.mjs';

const documents = process.argv[4];
mkdirSync('obj', { recursive: true });
const folder = mkdtempSync('obj/relay-');
try {
  cpSync('relay', `${folder}/src`, { recursive: true });
  writeFileSync(`${folder}/schema.graphql`, await schemaText());
  writeFileSync(`${folder}/relay.config.json`, JSON.stringify({
    src: './src', schema: './schema.graphql', language: 'javascript', eagerEsModules: true,
    persistConfig: { file: './persisted_queries.json', algorithm: 'SHA256' },
  }));
  writeFileSync(`${folder}/persisted_queries.json`, '{}');
  execFileSync(process.execPath, ['../../node_modules/relay-compiler/cli.js', './relay.config.json'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });

  const persisted = JSON.parse(readFileSync(`${folder}/persisted_queries.json`, 'utf8'));
  const idOf = (name) => Object.keys(persisted).find((id) => new RegExp(`(query|mutation) ${name}\\b`).test(persisted[id]));
  assert.deepEqual(
    Object.values(persisted).map((text) => /^(?:query|mutation) (\w+)/m.exec(text)[1]).sort(),
    ['membersByIdsQuery', 'membersFlagMutation', 'membersLineQuery', 'membersPageQuery', 'membersQuery'],
  );

  // The folder may be on another disk, and the host is to meet a whole file.
  cpSync(`${folder}/persisted_queries.json`, `${documents}/relay.part`);
  renameSync(`${documents}/relay.part`, `${documents}/relay.json`);
  const execute = (name, variables) => ask({ doc_id: idOf(name), variables });
  let first = await execute('membersQuery', { first: 2 });
  while (first.errors?.[0].extensions.code === 'PERSISTED_QUERY_NOT_FOUND') {
    first = await execute('membersQuery', { first: 2 });
  }

  const page = await execute('membersPageQuery', { first: 2, after: first.data.members.pageInfo.endCursor });
  const lines = [...first.data.members.edges, ...page.data.members.edges].map(({ node }) => node);
  assert.equal(new Set(lines.map(({ id }) => id)).size, 4);

  const anew = await execute('membersLineQuery', { id: lines[0].id });
  assert.deepEqual([anew.data.node.id, anew.data.node.fullName], [lines[0].id, lines[0].fullName]);
  const byIds = await execute('membersByIdsQuery', { ids: [lines[3].id, lines[1].organization.id, lines[0].id] });
  assert.deepEqual(byIds.data.nodes.map(({ __typename, id }) => [__typename, id]), [['Member', lines[3].id], ['Organization', lines[1].organization.id], ['Member', lines[0].id]]);
} finally {
  rmSync(folder, { recursive: true });
}
