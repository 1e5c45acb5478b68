// Answers, line by line, what graphql-js thinks of a document. Each line of input is a question as JSON, each line of
// output its answer, in the same order. The first argument is a file with the schema's SDL.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import * as current from 'graphql';
import * as next from 'graphql-17';

const sdl = process.argv[2] ? readFileSync(process.argv[2], 'utf8') : 'type Query { a: Int }';
const schema = current.buildSchema(sdl);
const nextSchema = next.buildSchema(sdl);

// Rules that the September 2025 edition has and version 16 does not, or not in full; and where the schema has its directives, those of incremental delivery.
const isIncremental = Boolean(schema.getDirective('defer'));
const takenFromNext = [
  'KnownOperationTypesRule', 'SingleFieldSubscriptionsRule',
  ...(isIncremental
    ? ['OverlappingFieldsCanBeMergedRule', 'DeferStreamDirectiveLabelRule', 'DeferStreamDirectiveOnRootFieldRule', 'DeferStreamDirectiveOnValidOperationsRule', 'StreamDirectiveOnListFieldRule']
    : []),
];
const currentRules = current.specifiedRules.filter((rule) => !takenFromNext.includes(rule.name));

const describe = (error) => ({ message: error.message.toWellFormed(), locations: (error.locations ?? []).map(({ line, column }) => ({ line, column })) });

// Version 16 knows exactly the grammar of September 2025; version 17 knows drafts too, but words some errors better.
function parse(text) {
  try {
    return { document: current.parse(text) };
  } catch (error) {
    return { error: describe(errorOfNext(text) ?? error) };
  }
}

function errorOfNext(text) {
  try {
    next.parse(text, { allowEmptySelectionSets: false });
    return undefined;
  } catch (error) {
    return error;
  }
}

function named(rule) {
  const wrapped = (context) =>
    rule(Object.create(context, { reportError: { value: (error) => context.reportError(Object.assign(error, { rule: rule.name })) } }));
  return wrapped;
}

function validateByNext(text, hideSuggestions) {
  const rules = next.specifiedRules.filter((rule) => takenFromNext.includes(rule.name));
  return next.validate(nextSchema, next.parse(text, { allowEmptySelectionSets: false }), rules.map(named), { hideSuggestions, maxErrors: 10000 });
}

function validate(text, hideSuggestions) {
  const { document, error } = parse(text);
  if (error) {
    return { syntax: error };
  }

  const errors = current.validate(schema, document, currentRules.map(named), { hideSuggestions, maxErrors: 10000 });
  const more = isIncremental || document.definitions.some((definition) => definition.operation && (definition.operation === 'subscription' || !schema.getRootType(definition.operation)))
    ? validateByNext(text, hideSuggestions)
    : [];
  return { errors: [...errors, ...more].map((each) => ({ rule: each.rule?.replace(/Rule$/, ''), ...describe(each) })) };
}

const answers = {
  parse: ({ text }) => {
    const { document, error } = parse(text);
    return error ? { syntax: error } : { printed: current.print(document) };
  },
  validate: ({ text, hideSuggestions = false }) => validate(text, hideSuggestions),
};

const output = [];
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const question = JSON.parse(line);
  output.push(JSON.stringify(answers[question.ask](question)));
}

process.stdout.write(output.join('\n') + '\n');
