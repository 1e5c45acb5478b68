// graphql-js builds the schema from introspection and must print what the host serves as SDL; GraphiQL's own query is answered too.
import assert from 'node:assert/strict';
import { assertValidSchema, buildClientSchema, buildSchema, getIntrospectionQuery, lexicographicSortSchema, printSchema } from 'graphql';
import { ask, schemaText } from './host.mjs';

const everything = { descriptions: true, specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true, oneOf: true };
// What GraphiQL 5 sends when it is opened.
const graphiql = { schemaDescription: true, inputValueDeprecation: true };

const sdl = (await schemaText()).replaceAll(/(?<!directive) @(?:cost|listSize)\([^)]*\)/g, '');
for (const options of [everything, graphiql, {}]) {
  const { status, errors, data } = await ask({ operationName: 'IntrospectionQuery', query: getIntrospectionQuery(options) });
  assert.equal(status, 200);
  assert.equal(errors, undefined);
  const schema = buildClientSchema(data);
  assertValidSchema(schema);
  if (options === everything) {
    assert.equal(`${printSchema(lexicographicSortSchema(schema))}\n`, sdl);
  }
}

const built = buildSchema(sdl);
assertValidSchema(built);
assert.equal(`${printSchema(lexicographicSortSchema(built))}\n`, sdl);
