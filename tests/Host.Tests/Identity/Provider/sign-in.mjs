// Signs in at the provider as a front end does (authorization code with PKCE, RFC 7636): node sign-in.mjs ISSUER NAME writes the tokens to standard output.
import assert from "node:assert";
import { createHash, randomBytes } from "node:crypto";

const [issuer, name] = process.argv.slice(2);
const cookies = new Map();
const verifier = randomBytes(32).toString("base64url");
const nonce = randomBytes(16).toString("base64url");
const redirectUri = `${issuer}/front-end`;

async function go(url, form) {
  const response = await fetch(url, {
    method: form ? "POST" : "GET",
    body: form && new URLSearchParams(form),
    redirect: "manual",
    headers: { cookie: [...cookies].map(([key, value]) => `${key}=${value}`).join("; ") },
  });
  for (const cookie of response.headers.getSetCookie()) {
    const [pair] = cookie.split(";");
    cookies.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
  }
  return response;
}

async function interact(url) {
  const page = await (await go(url)).text();
  const prompt = page.match(/name="prompt" value="([^"]+)"/)[1];
  return go(url, prompt === "login" ? { prompt, login: name, password: "any" } : { prompt });
}

const discovered = await (await go(`${issuer}/.well-known/openid-configuration`)).json();
const question = new URLSearchParams({
  client_id: "front-end",
  response_type: "code",
  redirect_uri: redirectUri,
  scope: "openid",
  nonce,
  code_challenge: createHash("sha256").update(verifier).digest("base64url"),
  code_challenge_method: "S256",
});
let response = await go(`${discovered.authorization_endpoint}?${question}`);
let location = new URL(response.headers.get("location"), issuer);
while (location.pathname !== "/front-end") {
  response = location.pathname.startsWith("/interaction/") ? await interact(location) : await go(location);
  location = new URL(response.headers.get("location"), issuer);
}

const exchange = { grant_type: "authorization_code", client_id: "front-end", redirect_uri: redirectUri, code: location.searchParams.get("code"), code_verifier: verifier };
const tokens = await (await go(discovered.token_endpoint, exchange)).json();
assert.equal(JSON.parse(Buffer.from(tokens.id_token.split(".")[1], "base64url")).nonce, nonce);
process.stdout.write(JSON.stringify({ access: tokens.access_token, identity: tokens.id_token }));
