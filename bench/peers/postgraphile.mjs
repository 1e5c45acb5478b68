// PostGraphile 5 over the same tables, by the same role: the schema is what it makes of them.
import './node20.mjs';
import { createServer } from 'node:http';
import { grafserv } from 'postgraphile/grafserv/node';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { jsonPgSmartTags } from 'postgraphile/utils';
import pg from 'pg';

const pool = new pg.Pool({ ...JSON.parse(process.env.BENCH_DATABASE), max: 20 });
// The tables of two modules know each other by no foreign key; PostGraphile is told.
const cell = '(province_id, organization_id) references organizations.organization (province_id, id)|@fieldName organization|@foreignFieldName members';
const plugins = [jsonPgSmartTags({ version: 1, config: {
  class: { 'members.member': { tags: { foreignKey: cell } } },
  attribute: {
    'members.party_card.first_day': { tags: { behavior: '+orderBy' } },
    'members.membership_status.first_day': { tags: { behavior: '+orderBy' } },
  },
} })];
const preset = {
  plugins,
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({ pool, schemas: ['organizations', 'members'] })],
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
  grafast: { explain: false },
};
const server = createServer();
await postgraphile(preset).createServ(grafserv).addTo(server);
server.listen(0, '127.0.0.1', () => console.log(`listening on: http://127.0.0.1:${server.address().port}`));
process.on('SIGINT', () => {
  server.close();
  server.closeAllConnections();
  pool.end().then(() => process.exit(0));
});
