using Microsoft.AspNetCore.Identity;
using Modular.Host.Identity;
using Modular.Host.Samples.Planning;
using Modular.Kernel.Access;
using Modular.Kernel.Provinces;

namespace Modular.Host.Samples.Loading;

/// <summary>Opens the documented accounts of the sample provinces, each with the rights of its place. They exist only with the sample data.</summary>
internal sealed class SampleUsers(UserManager<Account> accounts, AccountAdministration administration)
{
    public const string Password = "Modular-2026!";
    private const string SystemUser = "admin";

    public async Task OpenAsync(Province province, SamplePlan plan, CancellationToken cancellationToken)
    {
        var work = plan.Cells.First(cell => cell.Organization.Kind == "CELL" && cell.Hamlet is null);
        var residence = plan.Cells.First(cell => cell.Hamlet is not null);
        var member = residence.Members.Last(candidate => candidate.IsOfficial && candidate != SecretaryOf(plan, residence));

        await OpenAsync(province, SystemUser, DefaultRoles.SystemOperator, Reach.Province, null, null, cancellationToken);
        await OpenAsync(province, Named("admin"), DefaultRoles.ProvinceAdministrator, Reach.Province, null, null, cancellationToken);
        await OpenAsync(province, Named("board"), DefaultRoles.OrganizationBoardOfficer, Reach.Province, null, null, cancellationToken);
        await OpenAsync(province, Named("cell"), DefaultRoles.CellSecretary, Reach.OrganizationAndBelow, work, SecretaryOf(plan, work), cancellationToken);
        await OpenAsync(
            province, Named("residence"), DefaultRoles.CellSecretary, Reach.OrganizationAndBelow, residence, SecretaryOf(plan, residence), cancellationToken);
        await OpenAsync(province, Named("member"), DefaultRoles.Member, Reach.Self, null, member, cancellationToken);
        await OpenAsync(province, Named("auditor"), DefaultRoles.Auditor, Reach.Province, null, null, cancellationToken);

        string Named(string role) => $"{province.Slug}.{role}";
    }

    private static SampleMember SecretaryOf(SamplePlan plan, SampleCell cell) =>
        plan.Posts.First(post => post.Organization.Code == cell.Organization.Code && post.Post == "SECRETARY").Member;

    private async Task OpenAsync(
        Province province, string name, string role, Reach reach, SampleCell? cell, SampleMember? member, CancellationToken cancellationToken)
    {
        var known = await accounts.FindByNameAsync(name);
        if (known is not null && name != SystemUser)
            return;
        var id = known?.Id ?? await administration.OpenAsync(name, Password);
        await administration.AdmitAsync(id, province.Id, member?.Id, "sample", cancellationToken);
        await administration.GrantAsync(
            id, province.Id, new Grant(role, reach, cell?.Organization.Id, SamplePlan.Day, "sample", "An account of the sample data."), cancellationToken);
    }
}
