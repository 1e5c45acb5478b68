// Answers, line by line, what graphql-js makes of schemas and executions. Each line of input is a question as JSON, each line
// of output its answer, in the same order. The first argument, if any, is a file with the SDL that executions use.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import * as current from 'graphql';
import * as next from 'graphql-17';

const sdl = process.argv[2] ? readFileSync(process.argv[2], 'utf8') : undefined;
const schema = sdl ? current.buildSchema(sdl) : undefined;
const nextSchema = sdl ? next.buildSchema(sdl) : undefined;

// In the data of executions {"$error": "message"} stands for a resolver that fails.
const revive = (key, value) => (value && typeof value === 'object' && '$error' in value ? new Error(value.$error) : value);

const inLayout16 = (text) => text.replaceAll('{  }', '{}').replaceAll('{ ', '{').replaceAll(' }', '}');

const introspectionQuery = next.getIntrospectionQuery({
  descriptions: true, specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true, oneOf: true,
});

// What version 17 takes from drafts that came after the September 2025 edition: deprecated directives and fragment variables.
const draftLocations = ['DIRECTIVE_DEFINITION', 'FRAGMENT_VARIABLE_DEFINITION'];
const draftFields = { __Directive: ['isDeprecated', 'deprecationReason'] };
function withoutDrafts(result) {
  const { types, directives } = result.data.__schema;
  for (const directive of directives) {
    directive.locations = directive.locations.filter((location) => !draftLocations.includes(location));
  }

  for (const type of types) {
    type.enumValues = type.enumValues?.filter(({ name }) => !draftLocations.includes(name)) ?? null;
    type.fields = type.fields?.filter(({ name }) => !draftFields[type.name]?.includes(name)) ?? null;
    for (const value of [...(type.fields ?? []), ...(type.inputFields ?? [])].flatMap((field) => [field, ...(field.args ?? [])])) {
      if (value.defaultValue) {
        value.defaultValue = inLayout16(value.defaultValue);
      }
    }

    if (type.name === '__Schema') {
      type.fields.find(({ name }) => name === 'directives').args = [];
    }
  }

  return result;
}

const answers = {
  // Version 17 prints defaults as they were written; version 16, whose layout the engine follows, prints what they are coerced to.
  print: ({ sdl, sorted }) => {
    const built = next.buildSchema(sdl);
    return { printed: inLayout16(next.printSchema(sorted ? next.lexicographicSortSchema(built) : built)) };
  },
  changes: ({ before, after }) => ({
    changes: next.findSchemaChanges(next.buildSchema(before), next.buildSchema(after)).map(({ type, description }) => [type, inLayout16(description)]),
  }),
  introspectionQuery: () => ({ query: introspectionQuery }),
  introspect: ({ sdl }) => withoutDrafts(next.executeSync({ schema: next.buildSchema(sdl), document: next.parse(introspectionQuery) })),
  execute: ({ query, data, variables }) => {
    const document = current.parse(query);
    const invalid = current.validate(schema, document);
    if (invalid.length > 0) {
      return { errors: invalid };
    }

    return current.executeSync({ schema, document, rootValue: JSON.parse(data, revive), variableValues: variables });
  },
  // All parts of the response, in the order in which they come.
  executeIncrementally: async ({ query, data, variables }) => {
    const document = next.parse(query);
    const invalid = next.validate(nextSchema, document);
    if (invalid.length > 0) {
      return { invalid };
    }

    const args = { schema: nextSchema, document, rootValue: JSON.parse(data, revive), variableValues: variables };
    const result = await next.experimentalExecuteIncrementally(args);
    if (!('initialResult' in result)) {
      return { parts: [result] };
    }

    const parts = [result.initialResult];
    for await (const part of result.subsequentResults) {
      parts.push(part);
    }

    return { parts };
  },
  // The schema's only fields are named echo and give back their arguments as the resolver sees them.
  echo: ({ query, variables }) => {
    const document = current.parse(query);
    const invalid = current.validate(schema, document);
    return invalid.length > 0 ? { invalid } : current.executeSync({ schema, document, rootValue: { echo: (args) => JSON.stringify(args) }, variableValues: variables });
  },
};

const output = [];
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const question = JSON.parse(line);
  output.push(JSON.stringify(await answers[question.ask](question)));
}

process.stdout.write(output.join('\n') + '\n');
