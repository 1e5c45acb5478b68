using Modular.Kernel.Organizations;
using Modular.Kernel.Postgres.Events;
using Modular.Members.Cells;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Flags;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Organizations.Contracts;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Members.Tests.WorkItems;

/// <summary>What is due about small cells, transfers and suspensions, on 15 June 2024.</summary>
public sealed class CellAndFlagWorkTests : IAsyncLifetime
{
    private const string BelowMinimum = "members.cell-below-minimum";
    private readonly SmallProvince province = new();

    public ValueTask InitializeAsync() => province.InitializeAsync();

    public ValueTask DisposeAsync() => province.DisposeAsync();

    [Fact]
    public async Task A_cell_with_three_official_members_owes_nothing_and_one_with_two_is_the_superiors_to_help()
    {
        var members = await ThreeAsync();
        Assert.Equal<string>(["DONE since 2016-01-05 due 2016-02-16"], await Work.ItemsAsync(province.Database, BelowMinimum, province.FirstCell));

        // One of the three moves to the other cell, which has none so far and stays below the minimum with one.
        await MoveAsync(members[0], province.SecondCell, new DateOnly(2024, 4, 29));

        // 30 working days after 29 April 2024: 30 April and 1 May are holidays, Saturday, 4 May was worked.
        Assert.Equal<string>(
            ["DONE since 2016-01-05 due 2016-02-16", "OPEN since 2024-04-29 due 2024-06-11"],
            await Work.ItemsAsync(province.Database, BelowMinimum, province.FirstCell));
        Assert.Equal(
            (province.EastCommune, province.FirstCell),
            await ResponsibleAsync(province.FirstCell));
    }

    [Fact]
    public async Task A_cell_that_is_no_more_owes_nothing()
    {
        await Work.SweepAsync(province.Database);
        Assert.StartsWith("OPEN", Assert.Single(await Work.ItemsAsync(province.Database, BelowMinimum, province.WestCell)), StringComparison.Ordinal);

        await using (var scope = province.Database.Enter())
        {
            var write = scope.Write<MembersDbContext>();
            await write.RunAsync<bool>(
                async (_, cancellation) =>
                {
                    await scope.Get<IOrganizationTreeWriter>().EndAsync(province.WestCell, new DateOnly(2024, 6, 1), cancellation);
                    write.Raise(new OrganizationEnded(province.WestCell, OrganizationState.Dissolved, new DateOnly(2024, 6, 1)));
                    return true;
                },
                CancellationToken.None);
            await scope.Get<EventDispatcher>().DrainAsync(CancellationToken.None);
        }

        Assert.StartsWith("CANCELLED", Assert.Single(await Work.ItemsAsync(province.Database, BelowMinimum, province.WestCell)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_transfer_is_pending_until_the_flag_ends()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        await SetAsync(member, MembershipFlag.TransferOutPending, new DateOnly(2024, 4, 26), until: null);
        Assert.Equal<string>(["OPEN since 2024-04-26 due 2024-06-11"], await Work.ItemsAsync(province.Database, "members.transfer-pending", member.Id));

        var cleared = await province.ActAsync<MemberFlags, Member>(flags => flags.ClearAsync(
            new ClearMemberFlagInput { MemberId = member.Id, ExpectedVersion = 2, Flag = MembershipFlag.TransferOutPending, From = new DateOnly(2024, 6, 3), AsCorrection = true, Reason = "Ghi lại từ sổ cũ." },
            CancellationToken.None));

        Assert.Equal([], cleared.Problems);
        Assert.Equal<string>(["DONE since 2024-04-26 due 2024-06-11"], await Work.ItemsAsync(province.Database, "members.transfer-pending", member.Id));
    }

    [Fact]
    public async Task A_suspension_comes_up_a_month_before_its_last_day()
    {
        var soon = await province.RegisterAsync(province.NewOfficialMember());
        var later = await province.RegisterAsync(province.NewOfficialMember());

        await SetAsync(soon, MembershipFlag.SuspendedActivity, new DateOnly(2024, 5, 5), new DateOnly(2024, 7, 15));
        await SetAsync(later, MembershipFlag.SuspendedActivity, new DateOnly(2024, 5, 5), new DateOnly(2024, 7, 16));

        Assert.Equal<string>(["OPEN since 2024-07-15 due 2024-07-15"], await Work.ItemsAsync(province.Database, "members.suspension-ends", soon.Id));
        Assert.Empty(await Work.ItemsAsync(province.Database, "members.suspension-ends", later.Id));
    }

    [Fact]
    public async Task An_item_follows_its_member_to_another_cell()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        await SetAsync(member, MembershipFlag.TransferOutPending, new DateOnly(2024, 4, 26), until: null);

        await MoveAsync(member, province.SecondCell, new DateOnly(2024, 5, 6), version: 2);

        Assert.Equal(
            province.SecondCell,
            await province.Database.ScalarAsync<Guid>(
                TestProvinces.NamDinh, "select organization_id from kernel.work_items where kind = 'members.transfer-pending' and member_id = $1", member.Id));
    }

    private async Task<Member[]> ThreeAsync() =>
    [
        await province.RegisterAsync(province.NewOfficialMember()),
        await province.RegisterAsync(province.NewOfficialMember()),
        await province.RegisterAsync(province.NewOfficialMember()),
    ];

    private async Task MoveAsync(Member member, Guid cell, DateOnly from, int version = 1)
    {
        var moved = await province.ActAsync<InternalMove, Member>(move => move.RunAsync(
            new AssignMemberToCellInput { MemberId = member.Id, ExpectedVersion = version, OrganizationId = cell, From = from }, CancellationToken.None));
        Assert.Equal([], moved.Problems);
    }

    private async Task SetAsync(Member member, MembershipFlag flag, DateOnly from, DateOnly? until)
    {
        var set = await province.ActAsync<MemberFlags, Member>(flags => flags.SetAsync(
            new SetMemberFlagInput
            {
                MemberId = member.Id,
                ExpectedVersion = 1,
                Flag = flag,
                From = from,
                Until = until,
                Decision = new MemberDecisionInput { Number = "5-NQ/CB", DecidedOn = new DateOnly(2024, 4, 3) },
                AsCorrection = true,
                Reason = "Ghi lại từ sổ cũ.",
            },
            CancellationToken.None));
        Assert.Equal([], set.Problems);
    }

    private async Task<(Guid Responsible, Guid Organization)> ResponsibleAsync(Guid cell)
    {
        var organizations = await province.Database.ScalarAsync<Guid[]>(
            TestProvinces.NamDinh,
            "select array[responsible_id, organization_id] from kernel.work_items where kind = 'members.cell-below-minimum' and subject_id = $1 and state = 'OPEN'",
            cell);
        return (organizations[0], organizations[1]);
    }
}
