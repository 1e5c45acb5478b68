// Mercurius with its JIT: the same schema as far as the workloads go, and one batched loader for each field of a level.
import Fastify from 'fastify';
import mercurius from 'mercurius';
import pg from 'pg';

const province = Number(process.env.BENCH_PROVINCE);
const today = process.env.BENCH_TODAY;
// Days stay texts, as they are shown.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
const pool = new pg.Pool({ ...JSON.parse(process.env.BENCH_DATABASE), max: 20 });

// Named statements stay prepared on their connections.
const query = (name, text, values) => pool.query({ name, text, values });
const idOf = (type, key) => Buffer.from(`${type}:${key}`).toString('base64url');
const keyOf = (id) => Buffer.from(id, 'base64url').toString('latin1').split(':')[1];

const schema = `
  type Query {
    member(id: ID!): Member
    members(first: Int = 20, after: String): MemberConnection
    organizations(first: Int = 20, where: OrganizationFilter): OrganizationConnection
  }
  type Mutation { updateMember(input: UpdateMemberInput!): UpdateMemberPayload! }
  input OrganizationFilter { kind: TextFilter }
  input TextFilter { eq: String }
  input UpdateMemberInput { memberId: ID!, expectedVersion: Int!, phone: String }
  type UpdateMemberPayload { member: Member, errors: [Problem!]! }
  interface Problem { code: String! }
  type StaleVersion implements Problem { code: String! }
  type MemberConnection { nodes: [Member!]! }
  type OrganizationConnection { nodes: [Organization!]! }
  type Organization { id: ID!, name: String!, members(first: Int = 20): MemberConnection! }
  type Member {
    id: ID!, version: Int!, fullName: String!, sex: String!, birthDate: String!, ethnicGroup: String!, status: String!, joinedOn: String
    cardNumber: String, occupation: String, officialOn: String, phone: String
    organization: Organization, card: PartyCard, statuses: [StatusPeriod!]!
  }
  type PartyCard { number: String!, validFrom: String! }
  type StatusPeriod { status: String!, validFrom: String!, validTo: String }`;

const memberColumns = `m.id as key, m.organization_id as "organizationKey", m.version, m.full_name as "fullName", m.sex,
  m.birth_date as "birthDate", m.ethnic_group as "ethnicGroup", m.status, m.joined_on as "joinedOn", m.card_number as "cardNumber",
  m.occupation, m.official_on as "officialOn", m.phone, m.sort_key as "sortKey"`;

async function pageOfMembers(first, offset) {
  const { rows } = await query('page', `select ${memberColumns} from members.member as m where m.province_id = $1
    order by m.sort_key, m.id limit $2 offset $3`, [province, first, offset]);
  return { nodes: rows };
}

const resolvers = {
  Query: {
    async member(_, { id }) {
      const { rows } = await query('member', `select ${memberColumns} from members.member as m where m.province_id = $1 and m.id = $2`, [province, keyOf(id)]);
      return rows[0] ?? null;
    },
    // A cursor is the number of rows before the page here.
    members: (_, { first, after }) => pageOfMembers(first, after ? Number(after) : 0),
    async organizations(_, { first, where }) {
      const { rows } = await query('organizations', `select t.id as key, t.name from organizations.organization as t
        where t.province_id = $1 and t.kind = $2 and t.founded_on <= $3 and (t.ended_on is null or $3 < t.ended_on) and t.state <> 'DRAFT'
        order by t.sort_key, t.id limit $4`, [province, where.kind.eq, today, first]);
      return { nodes: rows };
    },
  },
  Mutation: {
    async updateMember(_, { input }) {
      const { rows } = await query('update', `with before as (select phone from members.member where province_id = $1 and id = $2 and version = $3),
        changed as (update members.member set phone = $4, version = version + 1 where province_id = $1 and id = $2 and version = $3 returning *),
        written as (insert into kernel.edits (province_id, generation, module, entity, entity_id, entity_key, action, changes, made_at, user_name)
          select $1, (select generation from kernel.outbox_generation), 'members', 'Member', changed.id, jsonb_build_object('Id', changed.id), 'CHANGED',
            jsonb_build_object('Phone', jsonb_build_array(before.phone, changed.phone)), now(), 'mercurius' from changed, before)
        select ${memberColumns} from changed as m`, [province, keyOf(input.memberId), input.expectedVersion, input.phone]);
      return rows.length ? { member: rows[0], errors: [] } : { member: null, errors: [{ __typename: 'StaleVersion', code: 'STALE_VERSION' }] };
    },
  },
  Member: { id: (member) => idOf('Member', member.key) },
  Organization: { id: (organization) => idOf('Organization', organization.key) },
};

const keysOf = (queries) => queries.map(({ obj }) => obj.key);

/** Rows by the key of their parent, in their order. */
function group(rows) {
  const groups = new Map();
  for (const row of rows) {
    const known = groups.get(row.parent);
    if (known) known.push(row);
    else groups.set(row.parent, [row]);
  }
  return groups;
}

const loaders = {
  Member: {
    async organization(queries) {
      const keys = [...new Set(queries.map(({ obj }) => obj.organizationKey))];
      const { rows } = await query('names', 'select id as key, name from organizations.organization where province_id = $1 and id = any($2)', [province, keys]);
      const byKey = new Map(rows.map((row) => [row.key, row]));
      return queries.map(({ obj }) => byKey.get(obj.organizationKey) ?? null);
    },
    async card(queries) {
      const { rows } = await query('cards', `select distinct on (c.member_id) c.member_id as parent, c.number, lower(c.valid) as "validFrom" from members.party_card as c
        where c.province_id = $1 and c.member_id = any($2) and c.valid @> $3::date order by c.member_id, c.first_day desc, c.id desc`, [province, keysOf(queries), today]);
      const byParent = group(rows);
      return queries.map(({ obj }) => byParent.get(obj.key)?.[0] ?? null);
    },
    async statuses(queries) {
      const { rows } = await query('statuses', `select s.member_id as parent, s.status, lower(s.valid) as "validFrom", upper(s.valid) - 1 as "validTo"
        from members.membership_status as s where s.province_id = $1 and s.member_id = any($2) order by s.first_day desc, s.id desc`, [province, keysOf(queries)]);
      const byParent = group(rows);
      return queries.map(({ obj }) => byParent.get(obj.key) ?? []);
    },
  },
  Organization: {
    async members(queries) {
      const { rows } = await query('members', `select parent.key as parent, m.* from unnest($2::uuid[]) with ordinality as parent(key, position)
        cross join lateral (select ${memberColumns} from members.member as m where m.province_id = $1 and m.organization_id = parent.key
          order by m.sort_key, m.id limit $3) as m order by parent.position, m."sortKey", m.key`, [province, keysOf(queries), queries[0].params.first]);
      const byParent = group(rows);
      return queries.map(({ obj }) => ({ nodes: byParent.get(obj.key) ?? [] }));
    },
  },
};

const application = Fastify();
application.register(mercurius, { schema, resolvers, loaders, jit: 1, cache: true });
const address = await application.listen({ host: '127.0.0.1', port: 0 });
console.log(`listening on: ${address}`);
process.on('SIGINT', async () => {
  await application.close();
  await pool.end();
});
