// How every script reaches the host: node SCRIPT ADDRESS TOKEN, where the address is that of a province.
export const [address, token] = process.argv.slice(2);
export const endpoint = `${address}/graphql`;
export const headers = { authorization: `Bearer ${token}` };

// Makes documents of this run alone, which the host cannot know of an earlier one.
export const run = `Run${process.hrtime.bigint()}`;

// Sends a request as it is and gives back the whole response.
export async function ask(request, more = {}) {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', accept: 'application/graphql-response+json', ...more },
    body: JSON.stringify(request),
  });
  return { status: response.status, ...(await response.json()) };
}

// A fetch that counts the requests that a client sends through it, with what each named.
export function counting() {
  const requests = [];
  const counted = (url, options) => {
    const body = options.body ? JSON.parse(options.body) : undefined;
    requests.push({ method: options.method ?? 'GET', hasText: body ? 'query' in body : new URL(url).searchParams.has('query') });
    return fetch(url, options);
  };
  return { requests, fetch: counted };
}

// The schema as the host serves it: also with what fields cost, which introspection does not know.
export async function schemaText() {
  return (await fetch(`${address}/schema.graphql`, { headers })).text();
}
