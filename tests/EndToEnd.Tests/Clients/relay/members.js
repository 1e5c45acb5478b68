// What a front end of Relay declares: a list with pages, a fragment that is fetched anew by its node, and a mutation that changes a list.
import { graphql } from 'react-relay';

graphql`
  query membersQuery($first: Int!, $after: String) {
    ...members_list @arguments(first: $first, after: $after)
    viewer { userName }
  }
`;

graphql`
  fragment members_list on Query @argumentDefinitions(first: { type: "Int!" }, after: { type: "String" }) @refetchable(queryName: "membersPageQuery") {
    members(first: $first, after: $after) @connection(key: "members_list_members") {
      totalCount
      edges { cursor node { ...members_line } }
      pageInfo { hasNextPage endCursor }
    }
  }
`;

graphql`
  fragment members_line on Member @refetchable(queryName: "membersLineQuery") {
    id
    fullName
    organization { id name }
  }
`;

graphql`
  query membersByIdsQuery($ids: [ID!]!) {
    nodes(ids: $ids) { __typename id ...members_line @alias(as: "member") }
  }
`;

graphql`
  mutation membersFlagMutation($input: SetMemberFlagInput!) {
    setMemberFlag(input: $input) {
      clientMutationId
      member { id flags { flag } }
      errors { __typename ... on Problem { code message } }
    }
  }
`;
