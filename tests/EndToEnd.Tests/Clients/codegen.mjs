// GraphQL Code Generator reads the schema from the running host and generates types that the compiler accepts, in strict mode, with code that uses them.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { generate } from '@graphql-codegen/cli';
import { endpoint, headers } from './host.mjs';

mkdirSync('obj', { recursive: true });
const folder = mkdtempSync('obj/codegen-');
try {
  const generated = `${folder}/generated.ts`;
  await generate({
    silent: true,
    schema: [{ [endpoint]: { headers } }],
    documents: ['operations/members.graphql'],
    generates: {
      [generated]: {
        plugins: ['typescript-operations', 'typed-document-node'],
        config: { strictScalars: true, enumsAsTypes: true, scalars: { Date: 'string', DateTime: 'string', Decimal: 'string', Long: 'number', UUID: 'string', Upload: 'File' } },
      },
    },
  }, true);
  assert.match(readFileSync(generated, 'utf8'), /export const MembersDocument/);

  copyFileSync('operations/usage.ts', `${folder}/usage.ts`);
  const options = ['--noEmit', '--strict', '--target', 'es2022', '--module', 'esnext', '--moduleResolution', 'bundler', '--skipLibCheck'];
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', ...options, `${folder}/usage.ts`], { stdio: ['ignore', 'inherit', 'inherit'] });
} finally {
  rmSync(folder, { recursive: true });
}
