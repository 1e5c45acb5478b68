// Medians over the rounds, as a table.
const median = (values) => {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

const number = (value, digits = 0) => value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** The medians of one workload on one server; the share is the median of the shares of each round, so that a noisy round counts once. */
function summarize(rounds, limits) {
  const of = (name) => median(rounds.map((round) => round[name]));
  const shares = limits ? rounds.map((round, index) => round.perSecond / limits[index].perSecond) : [];
  return {
    perSecond: of('perSecond'), p50: of('p50'), p99: of('p99'), server: of('serverMicroseconds'), database: of('databaseMicroseconds'),
    memory: Math.max(...rounds.map((round) => round.memory)), share: shares.length ? median(shares) : undefined,
  };
}

/** The table of all workloads and servers. */
export function table(workloads, servers, results) {
  const lines = [
    '| workload | server | requests/s | of the limit | p50 ms | p99 ms | server CPU µs | PostgreSQL CPU µs | RSS MiB |',
    '|---|---|---:|---:|---:|---:|---:|---:|---:|',
  ];
  for (const workload of workloads) {
    for (const server of servers) {
      const rounds = results[workload.name]?.[server.name];
      if (!rounds?.length) continue;
      const row = summarize(rounds, results[workload.name].limit);
      lines.push(`| ${workload.name} ${workload.title} | ${server.name} | ${number(row.perSecond)} | ${row.share === undefined ? '' : `${number(100 * row.share)} %`} | `
        + `${number(row.p50, 2)} | ${number(row.p99, 2)} | ${number(row.server)} | ${number(row.database)} | ${number(row.memory)} |`);
    }
  }
  return lines.join('\n');
}
