// Compares answers as data: identifiers by the key inside, objects whatever the order of their members.
import { isDeepStrictEqual } from 'node:util';

function keyIn(text) {
  const plain = Buffer.from(text, 'base64url').toString('latin1');
  return /^[A-Z]\w*:[\da-f-]{36}$/.test(plain) ? plain.split(':')[1] : text;
}

function normalize(value) {
  if (typeof value === 'string') return keyIn(value);
  if (Array.isArray(value)) return value.map(normalize);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, name === 'version' ? 0 : normalize(member)]));
}

/** Whether two response bodies say the same. */
export const sayTheSame = (one, other) => isDeepStrictEqual(normalize(JSON.parse(one)), normalize(JSON.parse(other)));
