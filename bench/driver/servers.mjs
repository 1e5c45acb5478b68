// Starts and stops the servers that are compared. All work on the host's own database, by the same role, bound to the same province.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const bench = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const root = path.resolve(bench, '..');

export const province = { slug: 'nam-dinh', code: 36 };
const account = { userName: 'nam-dinh.board', password: 'Modular-2026!' };
const administrator = { userName: 'nam-dinh.admin', password: 'Modular-2026!' };

/** Starts a program and waits for the line that says where it listens. */
function start(name, command, args, env = {}) {
  const child = spawn(command, args, { cwd: bench, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  return new Promise((resolve, reject) => {
    const hear = (text) => {
      log = (log + text).slice(-20_000);
      const [, address] = log.match(/(?:is ready|listening on): (http:\/\/[\d.]+:\d+)/) ?? [];
      if (address) resolve({ name, pid: child.pid, address, stop: () => stop(child) });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('exit', (code) => reject(new Error(`${name} ended with ${code}:\n${log}`)));
  });
}

const stop = (child) => new Promise((resolve) => {
  if (child.exitCode !== null) return resolve();
  child.on('exit', resolve);
  child.kill('SIGINT');
});

/** The host as ./run serves it, with the sample. */
export async function startHost(data) {
  const began = performance.now();
  // Rates are counted as always, and met by nobody.
  const rates = Object.fromEntries(['RequestsPerMinute', 'CostPerMinute', 'AddressRequestsPerMinute'].map((name) => [`MODULAR_Limits__${name}`, '2000000000']));
  const server = await start('ours', path.join(root, 'run'), ['--port', '0', '--data', data], rates);
  const token = await signIn(server, account);
  const pathOf = () => `/${province.slug}/graphql`;
  return { ...server, token, pathOf, startedAfter: performance.now() - began };
}

async function signIn(server, as) {
  const response = await fetch(`${server.address}/auth/login`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(as),
  });
  return (await response.json()).accessToken;
}

/** Keys that read members, sensitive values too: of the whole province, and of each of these organizations and all below it; each with the organization. */
export async function makeReaders(host, organizations) {
  const token = await signIn(host, administrator);
  const ask = async (query, variables) => {
    const response = await fetch(host.address + host.pathOf(), {
      method: 'POST', body: JSON.stringify({ query, variables }), headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    });
    const { data, errors } = await response.json();
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
  const { createServiceAccount: { user } } = await ask(
    'mutation($name: String!) { createServiceAccount(input: { userName: $name, reason: "bench" }) { user { id } } }', { name: `bench.${Date.now()}` });
  const permissions = ['members.read', 'members.read-sensitive', 'organizations.read'];
  const keyFor = async (reach, organizationId) => (await ask(
    'mutation($key: CreateServiceKeyInput!) { createServiceKey(input: $key) { secret errors { ... on Problem { message } } } }',
    { key: { userId: user.id, name: reach, days: 1, reason: 'bench', permissions, reach, organizationId } })).createServiceKey.secret;
  return [{ token: await keyFor('PROVINCE') }, ...await Promise.all(organizations.map(async (id) => ({ token: await keyFor('ORGANIZATION_AND_BELOW', id), organization: id })))];
}

/** How the others reach the database: as the host's own role. */
export function connectionOf(data) {
  const { Application: text } = JSON.parse(readFileSync(path.join(data, 'serving.json'), 'utf8'));
  const parts = Object.fromEntries(text.split(';').map((part) => part.split(/=(.*)/s)));
  return {
    text,
    settings: { host: parts.Host, port: Number(parts.Port), database: parts.Database, user: parts.Username, password: parts.Password, options: `-c app.province=${province.code}` },
    postmaster: Number(readFileSync(path.join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]),
  };
}

/** A pool of the driver's own, for what it has to know of the data. */
export function openDatabase(connection) {
  const { Pool } = createRequire(path.join(bench, 'peers', 'package.json'))('pg');
  return new Pool({ ...connection.settings, max: 1 });
}

export async function startLimit(connection, today) {
  const assembly = path.join(bench, 'Limit/bin/Release/net10.0/Modular.Bench.Limit.dll');
  const server = await start('limit', 'dotnet', [
    assembly, `--Database=${connection.text}`, `--Province=${province.code}`, `--Today=${today}`,
    '--urls', 'http://127.0.0.1:0', '--Logging:LogLevel:Microsoft.Hosting.Lifetime=Information',
  ]);
  return { ...server, pathOf: (workload) => workload.limitPath };
}

async function startPeer(name, connection, today) {
  const env = { BENCH_DATABASE: JSON.stringify(connection.settings), BENCH_PROVINCE: String(province.code), BENCH_TODAY: today, NODE_ENV: 'production' };
  const server = await start(name, 'node', [path.join(bench, 'peers', `${name}.mjs`)], env);
  return { ...server, pathOf: () => '/graphql' };
}

export const startMercurius = (connection, today) => startPeer('mercurius', connection, today);
export const startPostGraphile = (connection, today) => startPeer('postgraphile', connection, today);
