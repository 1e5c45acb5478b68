// Runs wrk against a server and reads off what the run cost.
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { processorTime, processorTimeOfChildren, residentMemory } from './processes.mjs';

const run = promisify(execFile);
const script = path.join(import.meta.dirname, 'load.lua');
let counter = Math.floor(Date.now() / 1000) % 1_000_000 * 1_000;

/** One run of so many seconds over so many connections. */
export async function measure(server, workload, { seconds, connections, postmaster, folder, token }) {
  const file = path.join(folder, `${workload.name}-${server.name}.txt`);
  writeFileSync(file, workload.linesOf(server).join('\n') + '\n');
  counter += 10_000_000;
  const before = { server: processorTime(server.pid), database: processorTimeOfChildren(postmaster) };
  const { stdout } = await run('wrk', [
    '--threads', '1', '--connections', String(connections), '--duration', `${seconds}s`, '--timeout', '60s', '--latency', '--script', script,
    server.address + server.pathOf(workload), '--', file, token, String(counter % 1_000_000_000),
  ]);
  const result = JSON.parse(stdout.trim().split('\n').at(-1));
  // A change may meet a newer version where an earlier one of the same member was overtaken.
  const tolerated = workload.writes ? result.requests / 100 : 0;
  if (result.failed > tolerated || result.requests === 0) throw new Error(`${workload.name} on ${server.name}: ${result.failed} of ${result.requests} requests failed.`);
  const perRequest = (after, since) => (after - since) * 1e6 / result.requests;
  return {
    requests: result.requests,
    perSecond: result.requests / result.seconds,
    p50: result.p50 / 1000,
    p99: result.p99 / 1000,
    serverMicroseconds: perRequest(processorTime(server.pid), before.server),
    databaseMicroseconds: perRequest(processorTimeOfChildren(postmaster), before.database),
    memory: residentMemory(server.pid),
  };
}

/** The answer to a single request, to compare it. */
export async function answerOf(server, workload, token) {
  const body = workload.linesOf(server)[0].replace('<<counter>>', '0000000001').replaceAll(/<<version:(\d+)>>/g, '$1').replaceAll('<<phone>>', '0912345678');
  const response = await fetch(server.address + server.pathOf(workload), {
    method: 'POST', body, headers: { 'content-type': 'application/json', accept: 'application/json', authorization: `Bearer ${token}` },
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${workload.name} on ${server.name}: ${response.status} ${text.slice(0, 2000)}`);
  return text;
}
