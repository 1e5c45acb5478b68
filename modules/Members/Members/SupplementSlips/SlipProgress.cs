using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Members.Contracts;
using Modular.Members.People;
using Modular.Members.Proposals;

namespace Modular.Members.SupplementSlips;

/// <summary>How many supplement slips of a year are in.</summary>
/// <param name="Members">The members who owe one: those on the list who joined by the end of the year.</param>
/// <param name="Accepted">Slips that were accepted.</param>
/// <param name="Submitted">Slips that wait for a decision.</param>
/// <param name="Missing">Members of whom none is in, or whose slip was sent back.</param>
[Classified(DataClass.Internal)]
internal sealed record SlipProgress(int Members, int Accepted, int Submitted, int Missing);

/// <summary>How many slips are in, of organizations, and of whom none is.</summary>
internal sealed class OrganizationSupplementSlips() : EntityTypeExtension("Organization")
{
    protected override void Define(EntityExtensionBuilder organization) => organization.Statement<SlipProgress>(
        "supplementSlipProgress", "How many supplement slips of a year are in, of all cells at or below it (số phiếu bổ sung đã nộp, còn thiếu).", DataClass.Internal, DefineProgress)
        .Requires(MembersPermissions.Count);

    /// <summary>Lists members by the slips that they owe.</summary>
    public static void Define(EntityTypeBuilder<Member> member)
    {
        member.Children<SupplementSlip>("supplementSlips", s => s.MemberId, "The yearly supplement slips (phiếu bổ sung hồ sơ), the latest year first.").SortedBy("YEAR", descending: true).AtMost(60);
        member.Filter<int>(
            "supplementSlipMissing", "Members of whom no supplement slip of a year is in (chưa nộp phiếu bổ sung), MEM-03.",
            (m, value) => $"""
                {m[row => row.Status]} in ({m.Value(row => row.Status, MembershipStatus.Probationary)}, {m.Value(row => row.Status, MembershipStatus.Official)})
                and {m[row => row.JoinedOn]} <= make_date({value}, 12, 31)
                and not exists (
                    select from members.supplement_slip as slip
                    where slip.province_id = {m[row => row.ProvinceId]} and slip.member_id = {m[row => row.Id]} and slip.year = {value}
                        and slip.state in ('SUBMITTED', 'ACCEPTED'))
                """);
    }

    private static void DefineProgress(StatementBuilder progress)
    {
        var year = progress.Argument<int>("year", "The year.");
        progress.Sql(sql =>
        {
            var member = sql.Table<Member>("member");
            var slip = sql.Table<SupplementSlip>("slip");
            return $"""
                select above.organization_id as key, count(*)::int as members,
                    count(*) filter (where {slip[s => s.State]} = {slip.Value(s => s.State, ProposalState.Accepted)})::int as accepted,
                    count(*) filter (where {slip[s => s.State]} = {slip.Value(s => s.State, ProposalState.Submitted)})::int as submitted,
                    count(*) filter (where {slip[s => s.State]} is null)::int as missing
                from {sql.Tree("above", sql.Today)} join {sql.Tree("below", sql.Today)} on {sql.IsBelow("below", "above")}
                join {member} on {member[m => m.OrganizationId]} = below.organization_id
                left join {slip} on {slip[s => s.MemberId]} = {member[m => m.Id]} and {slip[s => s.Year]} = {year}
                    and {slip[s => s.State]} in ({slip.Value(s => s.State, ProposalState.Accepted)}, {slip.Value(s => s.State, ProposalState.Submitted)})
                where above.organization_id = any ({sql.Keys}) and {member[m => m.JoinedOn]} <= make_date({year}, 12, 31)
                    and {member[m => m.Status]} in ({member.Value(m => m.Status, MembershipStatus.Probationary)}, {member.Value(m => m.Status, MembershipStatus.Official)})
                group by above.organization_id
                """;
        });
    }
}
