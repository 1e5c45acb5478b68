// What officers ask of the registers, one request after the other: how long each takes, and whether that is within what was promised.
import { processorTime, processorTimeOfChildren } from './processes.mjs';

/** Milliseconds of the server that were promised: a single record, a page of a list, a search by name, a statistic of a province. */
const promised = { record: 10, page: 30, search: 50, statistic: 300 };
const most = { runs: 40, milliseconds: 6000 };

const kinds = { root: 'PROVINCIAL', district: 'DIRECT_SUPERIOR', committee: 'GRASSROOTS_COMMITTEE', cell: 'CELL' };

const lookUp = `{ ${Object.entries(kinds).map(([name, kind]) =>
  `${name}: organizations(first: 1, where: { kind: { eq: "${kind}" } }, orderBy: { field: CODE }) { nodes { id } }`).join(' ')}
  keeping: residenceIntroductions(first: 1, where: { state: { eq: ACTIVE } }) { nodes { residenceCell { id } } }
  members(first: 200) { pageInfo { endCursor } nodes { id cardNumber } } }`;

const row = 'id fullName sex birthDate status joinedOn officialOn cardNumber organization { id name }';
const members = (where, more = '') => `{ members(first: 50, where: ${where}${more}) { pageInfo { hasNextPage endCursor } nodes { ${row} } } }`;

const questions = ({ root, district, committee, cell, residence, member, card, cursor, day, lastYear }) => {
  const of = (id, fields) => `{ organization(id: "${id}") { ${fields} } }`;
  const [first, last] = [`${lastYear}-01-01`, `${lastYear}-12-31`];
  return {
    record: {
      'a member with organization, card, statuses, flags, residences': `{ member(id: "${member}") { ${row} card { number validFrom } statuses { status validFrom validTo } flags { flag validFrom } residences { kind address } } }`,
      'a member with assignments, badges, cards, papers, transfers, measures, quality': `{ member(id: "${member}") { fullName partyAge { __typename } warnings assignments { validFrom organization { name } } badges { __typename } cards { number } documents(first: 20) { nodes { __typename } } transfers { __typename } disciplinaryMeasures { __typename } qualityScore qualityFindings } }`,
      'the member sheet': `{ member(id: "${member}") { fullName record { __typename } } }`,
      'the history of a member, 20 changes': `{ member(id: "${member}") { history(first: 20) { nodes { __typename } } } }`,
      'an organization with superiors, secretary, committee, posts, codes': of(committee, 'name code kind { code } parent { name } ancestors { name } secretary { member { fullName } } committeePosts { __typename } codes { __typename } memberCount'),
      'the base of a vote in a cell': of(cell, 'voteBase { count official canVote moreThanHalf }'),
      'an organization by its members\' counts and data quality': of(committee, 'memberCount(includeSubtree: true) childCount dataQuality { members score } residenceLiaison { introduced total }'),
    },
    page: {
      'members of the province, the first 50': `{ members(first: 50) { nodes { ${row} } } }`,
      'members of the province, behind a cursor': `{ members(first: 50, after: "${cursor}") { nodes { ${row} } } }`,
      'members of a district': of(district, `members(first: 50, includeSubtree: true) { nodes { ${row} } }`),
      'members of a cell': of(cell, `members(first: 50) { nodes { ${row} } }`),
      'probationary members': members('{ status: { eq: PROBATIONARY } }'),
      'probations that end within a month': members(`{ probationEndsBy: "${day}" }`),
      'badges that are due': members(`{ badgeDueOn: "${day}" }`),
      'badges that are missing': members(`{ badgeMissingOn: "${day}" }`),
      'without a card': members('{ hasCard: false }'),
      'transfers that are overdue': members(`{ transferPendingSince: "${day}" }`),
      'exempt': members(`{ exemptOn: "${day}" }`),
      'with a finding about their record': members('{ qualityFinding: EDUCATION_IS_MISSING }'),
      'whose file lacks a paper': members('{ hasMissingPapers: true }'),
      'of an ethnic group': members('{ ethnicGroup: { eq: TAY } }'),
      'of a professional level': members('{ professionalLevel: { eq: MASTER } }'),
      'of an occupation': members('{ occupation: { startsWith: "Giáo viên" } }'),
      'by age': members('{ birthDate: { gte: "1995-01-01" } }', ', orderBy: { field: BIRTH_DATE, direction: DESC }'),
      'who joined last year': members(`{ joinedOn: { gte: "${first}", lte: "${last}" } }`),
      'by card number': members(`{ cardNumber: { eq: "${card}" } }`),
      'organizations': '{ organizationRegister(first: 50) { nodes { name code kind { code } parent { name } memberCount } } }',
      'who has not met in a month': `{ organizations(first: 50, where: { withoutMeetingIn: "${last}" }) { nodes { name parent { name } } } }`,
      'the tree below the root': `{ organizationTree(depth: 1) { name childCount } }`,
      'transfers': '{ transfers(first: 50) { nodes { id __typename } } }',
      'work items': '{ workItems(first: 50) { nodes { id __typename } } }',
      'who is not introduced to the residence': '{ membersNotIntroduced(first: 50) { nodes { id __typename } } }',
      'liaison members with attendance and last comment, 200': of(residence, `liaisonMembers(first: 200) { nodes { fullName state attendance(year: ${lastYear + 1}) { summoned present } lastComment { level draftedOn } } }`),
      'may be registered twice': '{ duplicateCandidates(first: 50) { candidates { ground first { fullName } second { fullName } } } }',
    },
    search: {
      'a frequent family name': '{ members(first: 20, search: "nguyễn") { nodes { fullName } } }',
      'a whole name without marks': '{ members(first: 20, search: "tran van hung") { nodes { fullName } } }',
      'a name at the end of the order': '{ members(first: 20, search: "yến") { nodes { fullName } } }',
      'a name that nobody has': '{ members(first: 20, search: "zzyzx") { nodes { fullName } } }',
      'an organization': '{ organizations(first: 20, search: "truong tieu hoc") { nodes { name } } }',
    },
    statistic: {
      'members of the province': of(root, 'memberCount(includeSubtree: true)'),
      'organizations by kind on a past day': `{ organizationStatistics(groupBy: KIND, asOf: "${last}") { key count } }`,
      'organizations by the one above': '{ organizationStatistics(groupBy: PARENT) { organization { name } count } }',
      'meetings of a year, held of owed': of(root, `meetingFigures(from: "${first}", to: "${last}") { body owed held present }`),
      'by field of work': '{ organizationStatistics(groupBy: FIELD_TYPE) { key count } }',
      'organizations, a year\'s movement': `{ organizationMovement(since: "${first}", until: "${last}") { kind opening founded closing } }`,
      'members, a year\'s movement (1-TCTW)': of(root, `membershipMovement(from: "${first}", to: "${last}") { opening admitted deceased closing }`),
      'structure today': of(root, 'membershipStructure { members averageAge groups { __typename } }'),
      'structure on a past day': of(root, `membershipStructure(asOf: "${last}") { members averageAge groups { __typename } }`),
      'form 1-TCTW': of(root, `statisticsForm(form: MOVEMENT, from: "${first}", to: "${last}") { lines { code value } }`),
      'form 2-TCTW': of(root, `statisticsForm(form: NEW_MEMBERS, from: "${first}", to: "${last}") { lines { code value } }`),
      'form 3-TCTW': of(root, `statisticsForm(form: ALL_MEMBERS, from: "${first}", to: "${last}") { lines { code value } }`),
      'form 4-TCTW': of(root, `statisticsForm(form: ETHNIC_GROUPS_AND_RELIGIONS, from: "${first}", to: "${last}") { lines { code value } }`),
      'cells by size': of(root, 'cellSizes { least most count }'),
      'data quality of the province': of(root, 'dataQuality { members complete score } qualityFindings { finding count }'),
      'files of the province that lack papers': of(root, 'fileCompleteness { asked incomplete }'),
      'supplement slips of a year': of(root, `supplementSlipProgress(year: ${lastYear}) { members accepted missing }`),
      'introduced to the residence, by grassroots organization': of(root, 'residenceLiaison { grassroots { introduced total } }'),
      'introduced to the residence, in the province': of(root, 'residenceLiaison { introduced total }'),
      'residence liaison of a year': `{ residenceLiaisonStatistics(year: ${lastYear}) { introduced meetings expected present } }`,
      'residence liaison, five years': of(root, `residenceLiaison { years(fromYear: ${lastYear - 3}, toYear: ${lastYear + 1}) { introduced lettersIssued expected present commentsDue notices } }`),
      'residence liaison on a past day': of(root, `residenceLiaison { onDay(day: "${last}") { total introduced missing overdue } }`),
      'work items by kind': '{ workItemCounts { kindId open overdue } }',
    },
  };
};

/** What just came in is still being handled (introductions to the residence, vacuum): nothing is measured before that has calmed down, or five minutes are over. */
async function settle(host, postmaster, say) {
  const busy = () => processorTime(host.pid) + processorTimeOfChildren(postmaster);
  for (let waited = 0, calm = 0; waited < 300 && calm < 5; waited++) {
    const before = busy();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    calm = busy() - before < 0.05 ? calm + 1 : 0;
    if (waited === 10) say('Waiting until what came in has been handled ...');
  }
}

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

/** Asks everything, or what has one of these words in its title, and gives a table, the slowest of each group first. */
export async function measureRegisters(host, postmaster, say, words) {
  await settle(host, postmaster, say);
  const ask = async (query) => {
    const began = performance.now();
    const response = await fetch(host.address + host.pathOf(), {
      method: 'POST', body: JSON.stringify({ query }), headers: { 'content-type': 'application/json', authorization: `Bearer ${host.token}` },
    });
    const text = await response.text();
    const took = performance.now() - began;
    const { data, errors } = JSON.parse(text);
    if (errors) throw new Error(`${query}\n${JSON.stringify(errors).slice(0, 1000)}`);
    return { data, took };
  };
  const { data: found } = await ask(lookUp);
  const ids = Object.fromEntries(Object.keys(kinds).map((name) => [name, found[name].nodes[0].id]));
  const today = new Date(Date.now() + 7 * 3_600_000);
  const known = {
    ...ids, residence: found.keeping.nodes[0]?.residenceCell?.id ?? ids.cell, member: found.members.nodes[99].id, card: found.members.nodes.find(({ cardNumber }) => cardNumber).cardNumber, cursor: found.members.pageInfo.endCursor,
    day: today.toISOString().slice(0, 10), lastYear: today.getUTCFullYear() - 1,
  };
  const lines = [];
  const isAsked = ([title]) => !words || words.some((word) => title.includes(word));
  const groups = Object.entries(questions(known)).map(([group, queries]) => [group, Object.fromEntries(Object.entries(queries).filter(isAsked))]);
  const refused = [];
  for (const query of groups.flatMap(([, queries]) => Object.values(queries))) await ask(query).catch((error) => refused.push(error.message));
  if (refused.length > 0) throw new Error(refused.join('\n'));
  for (const [group, queries] of groups) {
    const measured = [];
    for (const [title, query] of Object.entries(queries)) {
      for (let warming = 0, began = performance.now(); warming < 6 || warming < most.runs && performance.now() - began < most.milliseconds / 3; warming++) await ask(query);
      const before = { host: processorTime(host.pid), database: processorTimeOfChildren(postmaster) };
      const times = [];
      for (const began = performance.now(); times.length < most.runs && performance.now() - began < most.milliseconds;) times.push((await ask(query)).took);
      const perRun = (after, since) => (after - since) * 1000 / times.length;
      times.sort((one, other) => one - other);
      measured.push({
        title, p50: at(times, 0.5), p95: at(times, 0.95),
        host: perRun(processorTime(host.pid), before.host), database: perRun(processorTimeOfChildren(postmaster), before.database),
      });
      say(`${group}: ${title} ${at(times, 0.5).toFixed(1)} ms`);
    }

    measured.sort((one, other) => other.p50 - one.p50);
    for (const { title, p50, p95, host: hostTime, database } of measured)
      lines.push(`| ${group} | ${title} | ${p50.toFixed(1)} | ${p95.toFixed(1)} | ${hostTime.toFixed(1)} | ${database.toFixed(1)} | ${promised[group]} | ${p50 <= promised[group] ? 'yes' : '**no**'} |`);
  }

  return ['| | question | p50 ms | p95 ms | host CPU ms | PostgreSQL CPU ms | promised ms | kept |', '|---|---|---:|---:|---:|---:|---:|---|', ...lines].join('\n');
}
