// Compares answers as data: identifiers by the key inside, objects whatever the order of their members.
import { isDeepStrictEqual } from 'node:util';

function keyIn(text) {
  const plain = Buffer.from(text, 'base64url').toString('latin1');
  return /^[A-Z]\w*:[\da-f-]{36}$/.test(plain) ? plain.split(':')[1] : text;
}

const dayBefore = (day) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

/** What PostGraphile shows as connections and ranges, in the host's form. */
function reshape(name, value) {
  if (name === 'statuses' && value?.nodes) return value.nodes.map(({ valid, ...status }) => ({ ...status, validTo: valid.end ? dayBefore(valid.end.value) : null }));
  if (name === 'card' && value?.nodes) return value.nodes[0] ?? null;
  return value;
}

function normalize(value) {
  if (typeof value === 'string') return keyIn(value);
  if (Array.isArray(value)) return value.map(normalize);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, name === 'version' ? 0 : normalize(reshape(name, member))]));
}

/** Whether two response bodies say the same. */
export const sayTheSame = (one, other) => isDeepStrictEqual(normalize(JSON.parse(one)), normalize(JSON.parse(other)));
