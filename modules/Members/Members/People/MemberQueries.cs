using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Members.Contracts;

namespace Modular.Members.People;

internal sealed class MemberQueries : QueryFields
{
    protected override void Define(QueryBuilder query)
    {
        query.ById<Member>("member", "One person of the register.");
        query.Connection<Member>(
            "members", "The persons of the register whom the user may see. Names are searched with and without diacritics, card and CV numbers by their beginning.");
    }
}

[QueryType]
internal static class MyMember
{
    /// <summary>The user's own record; null for a user who is no member.</summary>
    [Requires(MembersPermissions.Read)]
    [GraphQLName("myMember")]
    public static Member? Mine(ICurrentAccess access) => access.MemberId is { } id ? new Member { Id = id } : null;
}
