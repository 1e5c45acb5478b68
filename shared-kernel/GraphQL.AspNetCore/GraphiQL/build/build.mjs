// Regenerates ../graphiql.js, ../graphiql.css and ../THIRD-PARTY-NOTICES.txt. Run by `npm ci && npm run build`.
import { build } from 'esbuild';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const result = await build({
  entryPoints: { graphiql: 'start.jsx' },
  outdir: '..',
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"' },
  legalComments: 'none',
  loader: { '.woff2': 'dataurl', '.woff': 'dataurl', '.ttf': 'dataurl', '.svg': 'dataurl' },
  metafile: true,
});

// Every package that something of went into the bundle, with its licence in full.
const folders = new Set();
for (const input of Object.keys(result.metafile.inputs)) {
  const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
  if (match) {
    folders.add(match[1]);
  }
}

const notices = [...folders].sort().map((folder) => {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[sc]e/i.test(entry));
  const by = typeof author === 'string' ? author : author?.name;
  const text = file && existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8').trim() : `Licensed under ${license}.${by ? ` By ${by}.` : ''}`;
  return `${name} ${version} (${license})\n\n${text.replaceAll('\r\n', '\n').replace(/[ \t]+$/gm, '')}`;
});

const rule = `\n\n${'-'.repeat(80)}\n\n`;
writeFileSync('../THIRD-PARTY-NOTICES.txt', `What graphiql.js and graphiql.css are made of${rule}${notices.join(rule)}\n`);
