using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Introductions;

namespace Modular.ResidenceLiaison.Followers;

/// <summary>How many members somebody of the committee follows.</summary>
/// <param name="MemberId">The member of the committee.</param>
/// <param name="Followed">How many members they follow in the organization.</param>
/// <param name="Active">How many of these keep contact with a residential cell.</param>
[Classified(DataClass.Internal)]
internal sealed record FollowerLoad([property: References("Member"), Classified(DataClass.Basic)] Guid MemberId, int Followed, int Active);

/// <summary>What following adds to organizations.</summary>
internal sealed class OrganizationFollowers() : EntityTypeExtension("OrganizationResidenceLiaison")
{
    protected override void Define(EntityExtensionBuilder liaison) => liaison.StatementList<FollowerLoad>(
        "followers", "Who of the committee follows how many members of the organization at their residence (RES-12); those who follow most first.", DataClass.Basic, load => load.Sql(sql =>
        {
            var introduction = sql.Table<Introduction>("introduction");
            return $"""
                select asked.key, {introduction[i => i.FollowerMemberId]} as member_id, count(*)::int as followed,
                    (count(*) filter (where {introduction[i => i.State]} = {introduction.Value(i => i.State, IntroductionState.Active)}))::int as active
                from unnest({sql.Keys}) as asked(key)
                join {introduction} on {introduction[i => i.WorkplaceId]} = asked.key or {introduction[i => i.CellId]} = asked.key
                where {introduction[i => i.FollowerMemberId]} is not null and {introduction[i => i.ClosedOn]} is null
                group by asked.key, {introduction[i => i.FollowerMemberId]}
                order by followed desc, member_id
                """;
        })).Requires(ResidenceLiaisonPermissions.Read);
}
