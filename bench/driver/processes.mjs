// What a process and the database server used: processor time and memory, read from /proc.
import { readFileSync, readdirSync } from 'node:fs';

const ticksPerSecond = 100;

function stat(pid) {
  try {
    // The name may hold blanks; what is behind its bracket does not.
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]), ofEnded: Number(fields[13]) + Number(fields[14]) };
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ESRCH') return { parent: 0, ticks: 0, ofEnded: 0 };
    throw error;
  }
}

/** Seconds of processor time that a process has used. */
export const processorTime = (pid) => stat(pid).ticks / ticksPerSecond;

/** Seconds of processor time that a process's children have used, those that ended included: the backends of a database server. */
export function processorTimeOfChildren(pid) {
  let ticks = stat(pid).ofEnded;
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const child = stat(entry);
    if (child.parent === pid) ticks += child.ticks;
  }
  return ticks / ticksPerSecond;
}

/** The memory that a process holds, in MiB. */
export function residentMemory(pid) {
  const [, kibibytes] = readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmRSS:\s+(\d+) kB/);
  return Number(kibibytes) / 1024;
}

/** The load of the machine in the last minute. */
export const machineLoad = () => Number(readFileSync('/proc/loadavg', 'utf8').split(' ')[0]);
