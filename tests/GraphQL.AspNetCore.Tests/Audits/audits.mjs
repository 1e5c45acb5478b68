// Runs the audits of graphql-http against an address and writes the verdict of each as a line of JSON.
import { auditServer } from 'graphql-http';

const results = await auditServer({ url: process.argv[2] });
for (const { name, status, reason } of results) {
  process.stdout.write(JSON.stringify({ name, status, reason }) + '\n');
}
