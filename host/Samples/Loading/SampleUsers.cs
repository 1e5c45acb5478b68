using Microsoft.AspNetCore.Identity;
using Modular.Host.Identity;
using Modular.Host.Samples.Planning;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Provinces;
using Npgsql;

namespace Modular.Host.Samples.Loading;

/// <summary>Opens the documented accounts of the sample provinces, each with the rights of its place. They exist only with the sample data.</summary>
internal sealed class SampleUsers(UserManager<Account> accounts, AccountAdministration administration, ProvinceDataSources databases)
{
    public const string Password = "Modular-2026!";
    private const string SystemUser = "admin";

    public async Task OpenAsync(Province province, SamplePlan plan, CancellationToken cancellationToken)
    {
        var work = plan.Cells.First(cell => cell.Organization.Kind == "CELL" && cell.Hamlet is null);
        var residence = plan.Cells.First(cell => cell.Hamlet is not null);
        var member = residence.Members.Last(candidate => candidate.IsOfficial && candidate != SecretaryOf(plan, residence));
        var (working, employed) = WorkingMemberOf(plan, residence) ?? (work.Members.Last(candidate => candidate.IsOfficial && candidate != SecretaryOf(plan, work)), work);

        await DemandNoSecondFactorAsync(province, cancellationToken);
        await OpenAsync(province, SystemUser, DefaultRoles.SystemOperator, Reach.Province, null, null, cancellationToken);
        await OpenAsync(province, Named("admin"), DefaultRoles.ProvinceAdministrator, Reach.Province, null, null, cancellationToken);
        await OpenAsync(province, Named("board"), DefaultRoles.OrganizationBoardOfficer, Reach.Province, null, null, cancellationToken);
        await OpenAsync(
            province, Named("cell"), DefaultRoles.CellSecretary, Reach.OrganizationAndBelow, work.Organization, SecretaryOf(plan, work), cancellationToken);
        await OpenAsync(
            province, Named("residence"), DefaultRoles.CellSecretary, Reach.OrganizationAndBelow, residence.Organization, SecretaryOf(plan, residence), cancellationToken);
        await OpenAsync(province, Named("commune"), DefaultRoles.GrassrootsOfficer, Reach.OrganizationAndBelow, AboveOf(plan, residence), null, cancellationToken);
        await OpenAsync(province, Named("workplace"), DefaultRoles.GrassrootsOfficer, Reach.OrganizationAndBelow, AboveOf(plan, employed), null, cancellationToken);
        await OpenAsync(province, Named("working"), DefaultRoles.Member, Reach.Self, null, working, cancellationToken);
        await OpenAsync(province, Named("member"), DefaultRoles.Member, Reach.Self, null, member, cancellationToken);
        await OpenAsync(province, Named("auditor"), DefaultRoles.Auditor, Reach.Province, null, null, cancellationToken);
        await OpenAsync(province, Named("protection"), DefaultRoles.DataProtectionOfficer, Reach.Province, null, null, cancellationToken);

        string Named(string role) => $"{province.Slug}.{role}";
    }

    /// <summary>Somebody who works elsewhere and lives where the members of a residential cell do; null where the plan has nobody.</summary>
    private static (SampleMember Member, SampleCell Cell)? WorkingMemberOf(SamplePlan plan, SampleCell residence)
    {
        var home = residence.Members[0].Residence;
        return plan.Cells.Where(cell => cell.Organization.Kind == "CELL" && cell.Hamlet is null)
            .SelectMany(cell => cell.Members, (cell, member) => ((SampleMember Member, SampleCell Cell)?)(member, cell))
            .FirstOrDefault(one => one!.Value.Member.Residence == home && one.Value.Member.IsOfficial && one.Value.Member != SecretaryOf(plan, one.Value.Cell));
    }

    private static SampleOrganization AboveOf(SamplePlan plan, SampleCell cell) =>
        plan.Organizations.First(organization => organization.Code == cell.Organization.ParentCode);

    private static SampleMember SecretaryOf(SamplePlan plan, SampleCell cell) =>
        plan.Posts.First(post => post.Organization.Code == cell.Organization.Code && post.Post == "SECRETARY").Member;

    // Everybody knows the passwords of these users, so that a second factor would only stand in the way of whoever tries the sample.
    private async Task DemandNoSecondFactorAsync(Province province, CancellationToken cancellationToken)
    {
        await using var command = databases.Of(province.Id).CreateCommand("update identity.roles set requires_second_factor = false where province_id = $1");
        command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = province.Id.Value });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task OpenAsync(
        Province province, string name, string role, Reach reach, SampleOrganization? place, SampleMember? member, CancellationToken cancellationToken)
    {
        var known = await accounts.FindByNameAsync(name);
        if (known is not null && name != SystemUser)
            return;
        var id = known?.Id ?? await administration.OpenAsync(name, Password, cancellationToken);
        await administration.AdmitAsync(id, province.Id, member?.Id, "sample", cancellationToken);
        await administration.GrantAsync(
            id, province.Id, new Grant(role, reach, place?.Id, SamplePlan.Day, "sample", "An account of the sample data."), cancellationToken);
    }
}
