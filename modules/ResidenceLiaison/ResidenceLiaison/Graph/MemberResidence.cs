using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Introductions;
using Modular.ResidenceLiaison.Meetings;
using Modular.ResidenceLiaison.Notices;

namespace Modular.ResidenceLiaison.Graph;

/// <summary>How a member keeps contact with the place where they live (giữ mối liên hệ với nơi cư trú).</summary>
/// <param name="AssignmentId">The introduction that holds now; null for whoever is not on the list.</param>
[GraphQLName("MemberResidenceLiaison")]
[Classified(DataClass.Basic)]
internal sealed record MemberResidence([property: References("ResidenceIntroduction")] Guid? AssignmentId);

/// <summary>What the module adds to members.</summary>
internal sealed class ResidenceOfMembers() : EntityTypeExtension("Member")
{
    protected override void Define(EntityExtensionBuilder member) => member.Statement<MemberResidence>(
        "residence", "How the member keeps contact with the place where they live (Regulation 213).", DataClass.Basic, residence => residence.Sql(sql =>
        {
            var introduction = sql.Table<Introduction>("introduction");
            return $"""
                select asked.key, {introduction[i => i.Id]} as assignment_id
                from unnest({sql.Keys}) as asked(key)
                left join {introduction} on {introduction[i => i.MemberId]} = asked.key and {introduction[i => i.ClosedOn]} is null
                """;
        })).Requires(ResidenceLiaisonPermissions.Read);
}

/// <summary>What is listed of a member.</summary>
internal sealed class MemberResidenceLists() : EntityTypeExtension("MemberResidenceLiaison")
{
    protected override void Define(EntityExtensionBuilder residence)
    {
        residence.Connection<Attendance>("meetings", a => a.MemberId, "To which meetings at the residence the member was summoned, and whether they came; the latest first.")
            .SortedBy("MET", descending: true);
        residence.Connection<Opinion>("opinions", o => o.MemberId, "What the member said at meetings at the residence, and what was answered.");
        residence.Connection<Notice>("notices", n => n.MemberId, "What workplace and residence told each other of the member, the latest first.");
    }
}
