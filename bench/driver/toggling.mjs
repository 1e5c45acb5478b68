// Asks two hosts while a module is enabled and disabled again and again: every answer is either the data or MODULE_DISABLED.
// node toggling.mjs FIRST-ADDRESS SECOND-ADDRESS PROVINCE [REQUESTS] [TOGGLES]
import { performance } from 'node:perf_hooks';

const [first, second, province, requests = '10000', toggles = '100'] = process.argv.slice(2);
const password = 'Modular-2026!';
const atOnce = 60;
const field = 'residenceCommentRounds';
const module = 'residence-liaison';
const question = `{ viewer { userName } organizations(first: 1) { totalCount } ${field} { totalCount } }`;

async function signIn(host, userName) {
  const response = await fetch(new URL('/auth/login', host), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userName, password }),
  });
  if (!response.ok) throw new Error(`${userName} cannot sign in: ${response.status}`);
  return (await response.json()).accessToken;
}

const ask = (host, token) => async (query, variables) => {
  const began = performance.now();
  const response = await fetch(new URL(`/${province}/graphql`, host), {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, body: await response.json(), milliseconds: performance.now() - began };
};

const outcomeOf = ({ status, body }) => {
  const codes = (body.errors ?? []).map(error => error.extensions?.code ?? error.message);
  if (codes.length === 0) return body.data[field] ? 'data' : 'no data';
  return codes.every(code => code === 'MODULE_DISABLED') ? 'MODULE_DISABLED' : `${status} ${codes.join(', ')}`;
};

const users = await Promise.all([first, second].map(async host => ask(host, await signIn(host, `${province}.board`))));
const administrator = ask(first, await signIn(first, `${province}.admin`));

async function toggle(change) {
  const verb = change.toLowerCase();
  const plan = (await administrator(`{ moduleChangePlan(module: "${module}", change: ${change}) { digest } }`)).body.data.moduleChangePlan.digest;
  const { body } = await administrator(
    `mutation ($plan: String!) { ${verb}Module(input: { module: "${module}", reason: "Measured.", plan: $plan }) { errors { __typename } } }`, { plan });
  if (body.errors || body.data[`${verb}Module`].errors.length > 0) throw new Error(JSON.stringify(body));
}

const outcomes = new Map();
const times = [];
let left = Number(requests);
let toggled = 0;
const began = performance.now();

const asking = Array.from({ length: atOnce }, async (_, number) => {
  while (left-- > 0 || toggled < Number(toggles)) {
    const answer = await users[number % users.length](question);
    times.push(answer.milliseconds);
    const outcome = outcomeOf(answer);
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
});
while (toggled < Number(toggles)) {
  await toggle(toggled % 2 === 0 ? 'DISABLE' : 'ENABLE');
  toggled++;
}
await Promise.all(asking);

times.sort((one, other) => one - other);
const at = share => times[Math.floor((times.length - 1) * share)].toFixed(0);
console.log(`${times.length} requests to two hosts, ${atOnce} in flight, ${toggled} toggles, ${((performance.now() - began) / 1000).toFixed(0)} s`);
for (const [outcome, count] of [...outcomes].sort()) console.log(`  ${outcome}: ${count}`);
console.log(`  milliseconds: median ${at(0.5)}, 99 % ${at(0.99)}, longest ${at(1)}`);
process.exitCode = [...outcomes.keys()].every(outcome => outcome === 'data' || outcome === 'MODULE_DISABLED') ? 0 : 1;
