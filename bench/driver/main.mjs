// Starts the servers, compares their answers, and measures them in turn: rounds interleaved, medians reported.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { sayTheSame } from './equality.mjs';
import { answerOf, measure } from './measure.mjs';
import { machineLoad } from './processes.mjs';
import { measureRegisters } from './registers.mjs';
import { table } from './report.mjs';
import { connectionOf, makeReaders, openDatabase, startHost, startLimit, startMercurius, startPostGraphile } from './servers.mjs';
import { lookUps, workloadsOf } from './workloads.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    servers: { type: 'string', default: 'ours,limit,mercurius,postgraphile' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '4' },
    connections: { type: 'string', default: '16' },
    protection: { type: 'boolean', default: false },
    registers: { type: 'boolean', default: false },
    data: { type: 'string', default: path.join(root, '.data') },
  },
});
const say = (text) => process.stderr.write(`${text}\n`);
const wanted = new Set(options.servers.split(','));
const folder = mkdtempSync(path.join(os.tmpdir(), 'bench-'));
const servers = [];
let database;

/** Reads what the workloads work on: the root, a district, a commune, and nine thousand members in the order of the register. */
async function lookUp(host) {
  const ask = async (body) => {
    const response = await fetch(host.address + host.pathOf(), { method: 'POST', body, headers: { 'content-type': 'application/json', authorization: `Bearer ${host.token}` } });
    return (await response.json()).data;
  };
  const members = [], cursors = [];
  while (members.length < 9000) {
    const { members: page } = await ask(lookUps.page(cursors.at(-1)));
    members.push(...page.nodes);
    cursors.push(page.pageInfo.endCursor);
  }
  const organizations = Object.values(await ask(lookUps.organizations)).map(({ nodes: [organization] }) => organization.id);
  return { members, cursors: cursors.slice(0, 4), root: organizations[0], readers: options.protection ? await makeReaders(host, organizations) : undefined };
}

/** The versions as they stand, because every change raises one, once the changes that the last run left under way have ended. */
async function readVersions(database, members) {
  const keyOf = (id) => Buffer.from(id, 'base64url').toString().split(':')[1];
  const read = async () => new Map((await database.query(
    'select id, version from members.member where id = any($1)', [members.map((member) => keyOf(member.id))])).rows.map((row) => [row.id, row.version]));
  let versions = await read();
  for (let before; !before || [...versions].some(([id, version]) => before.get(id) !== version);) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    [before, versions] = [versions, await read()];
  }
  for (const member of members) member.version = versions.get(keyOf(member.id));
}

const countEdits = async (database) => Number((await database.query('select count(*) from kernel.edits')).rows[0].count);

/** Stops the run if a server's answer says anything else than the host's. */
async function compare(server, workload, database, members) {
  const answers = [];
  for (const answering of [servers[0], server]) {
    if (workload().writes) await readVersions(database, members);
    answers.push(await answerOf(answering, workload(), servers[0].token));
  }
  if (!sayTheSame(...answers))
    throw new Error(`${workload().name}: ${server.name} answers otherwise than the host:\n${answers.map((answer) => answer.slice(0, 1000)).reverse().join('\n')}`);
}

const head = () => `${new Date().toISOString()}, ${os.cpus().length} cores (${os.cpus()[0].model}), load ${machineLoad()}\n\n`;

function keep(name, report) {
  mkdirSync(path.join(root, 'artifacts'), { recursive: true });
  writeFileSync(path.join(root, 'artifacts', name), report + '\n');
  console.log(report);
}

/** Measures each workload on each server in turn. */
async function measureWorkloads(host, connection) {
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  if (wanted.has('limit')) servers.push(await startLimit(connection, today));
  if (wanted.has('mercurius')) servers.push(await startMercurius(connection, today));
  if (wanted.has('postgraphile')) servers.push(await startPostGraphile(connection, today));
  database = openDatabase(connection);
  const data = await lookUp(host);
  const asked = options.only?.split(',');
  const isAsked = (candidate) => asked ? asked.includes(candidate.name) : !candidate.onlyIfAsked && (!options.protection || candidate.isOurs);
  const names = workloadsOf(data).filter(isAsked).map((workload) => workload.name);
  const workload = (name) => workloadsOf(data).find((candidate) => candidate.name === name);

  for (const name of names) {
    for (const server of servers.slice(1))
      if (workload(name).linesOf(server)) await compare(server, () => workload(name), database, data.members);
  }

  const results = Object.fromEntries(names.map((name) => [name, Object.fromEntries(servers.map((server) => [server.name, []]))]));
  const run = async (name, server, seconds) => {
    if (workload(name).writes) await readVersions(database, data.members);
    const edits = workload(name).writes ? await countEdits(database) : 0;
    const result = await measure(server, workload(name), { seconds, connections: Number(options.connections), postmaster: connection.postmaster, folder, token: workload(name).token ?? host.token });
    const written = workload(name).writes ? await countEdits(database) - edits : 0;
    if (written < 0.99 * result.requests * (workload(name).writes ?? 0)) throw new Error(`${name} on ${server.name}: of ${result.requests} changes only ${written} were made.`);
    return result;
  };

  say('Warming up ...');
  for (const name of names) for (const server of servers) if (workload(name).linesOf(server)) await run(name, server, 3);
  for (let round = 1; round <= Number(options.rounds); round++) {
    for (const name of names) {
      for (const server of servers) {
        if (!workload(name).linesOf(server)) continue;
        const result = await run(name, server, Number(options.seconds));
        results[name][server.name].push(result);
        say(`round ${round}: ${name} ${server.name} ${Math.round(result.perSecond)}/s`);
      }
    }
  }

  keep('bench.md', head() + table(names.map(workload), servers, results));
}

try {
  const host = await startHost(options.data);
  servers.push(host);
  say(`The host started in ${(host.startedAfter / 1000).toFixed(2)} s.`);
  const connection = connectionOf(options.data);
  if (options.registers)
    keep('registers.md', head() + await measureRegisters(host, connection.postmaster, say, options.only?.split(',')));
  else
    await measureWorkloads(host, connection);
} finally {
  await database?.end();
  for (const server of servers.toReversed()) await server.stop();
  rmSync(folder, { recursive: true });
}
