// What a front end does with the generated types; compiled, never run.
import { type MembersQuery, type MembersQueryVariables, MembersDocument, SetFlagDocument } from './generated';
import type { ResultOf, VariablesOf } from '@graphql-typed-document-node/core';

const variables: MembersQueryVariables = { first: 20, where: { status: { in: ['OFFICIAL'] } } };
const asked: VariablesOf<typeof MembersDocument> = variables;

export function names(data: MembersQuery): string[] {
  return (data.members?.edges ?? []).map(({ node }) => `${node.fullName}, ${node.organization?.name ?? ''}`);
}

export function problems(data: ResultOf<typeof SetFlagDocument>): string[] {
  return data.setMemberFlag.errors.map((problem) => problem.message);
}

export { asked };
