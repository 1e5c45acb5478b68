// An OpenID Connect provider for tests: any name signs in, names that begin with "careful" with a second factor. Writes its address to standard output
// and ends with its standard input. POST /rotate puts a new key before the old one.
import { generateKeyPairSync, randomUUID } from "node:crypto";
import { createServer } from "node:http";

// It would write at each start that it keeps everything in memory and wants a later Node, which a test knows.
console.warn = console.info = () => {};
const { default: Provider } = await import("oidc-provider");

const audience = "modular";
let keys = [newKey()];
let provider;

function newKey() {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return { ...privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256", kid: randomUUID() };
}

function makeProvider(issuer) {
  return new Provider(issuer, {
    jwks: { keys },
    clients: [{ client_id: "front-end", token_endpoint_auth_method: "none", redirect_uris: [`${issuer}/front-end`], grant_types: ["authorization_code"], response_types: ["code"] }],
    cookies: { keys: ["cookies of a test"] },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    extraTokenClaims: (_, token) => ({ amr: token.accountId.startsWith("careful") ? ["pwd", "otp"] : ["pwd"] }),
    ttl: { AccessToken: 300, IdToken: 300, Interaction: 300, Session: 300, Grant: 300 },
    features: {
      devInteractions: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => `urn:${audience}`,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({ scope: "", audience, accessTokenFormat: "jwt", jwt: { sign: { alg: "RS256" } } }),
      },
    },
  });
}

const server = createServer((request, response) => {
  if (request.method === "POST" && request.url === "/rotate") {
    keys = [newKey(), ...keys];
    provider = makeProvider(issuer);
    response.end();
    return;
  }
  provider.callback()(request, response);
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
const issuer = `http://127.0.0.1:${server.address().port}`;
provider = makeProvider(issuer);
console.log(issuer);
process.stdin.on("close", () => process.exit(0)).resume();
