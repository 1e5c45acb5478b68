using Modular.Kernel.Results;
using Modular.Members.Cells;
using Modular.Members.Contracts;
using Modular.Members.Flags;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Members.Transfers;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Members.Tests.Transfers;

/// <summary>What stands in the way of a transfer, and that nothing changes then.</summary>
public sealed class TransferRuleTests : IClassFixture<SmallProvince>
{
    private static readonly DateOnly Introduced = new(2024, 4, 26);
    private static readonly DateOnly Accepted = new(2024, 5, 20);

    private readonly SmallProvince province;
    private readonly TransferDesk desk;

    public TransferRuleTests(SmallProvince province)
    {
        this.province = province;
        desk = new TransferDesk(province);
    }

    [Fact]
    public async Task A_second_open_transfer_is_refused()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        await desk.RequestedAsync(desk.Request(member));

        var refused = await desk.RequestAsync(desk.Request(await province.ReadAsync(member.Id)));

        Assert.Equal([new TransferIsOpenAlready { Field = "input.members.0.memberId" }], refused.Problems);
    }

    [Fact]
    public async Task Of_two_officers_who_ask_at_once_one_is_refused()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());

        var outcomes = await Task.WhenAll(desk.RequestAsync(desk.Request(member)), desk.RequestAsync(desk.Request(member)));

        Assert.Equal<string>(["", "STALE_VERSION"], outcomes.Select(outcome => string.Concat(outcome.Problems.Select(problem => problem.Code))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Of_two_cells_that_accept_at_once_one_is_refused_and_the_member_stands_in_one()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var transfer = await desk.IntroducedAsync(desk.Request(member), Introduced);
        transfer = TransferDesk.Value(await desk.SignAsync(TransferDesk.Signing(transfer, Accepted)))[0];

        var outcomes = await Task.WhenAll(
            desk.AcceptAsync(TransferDesk.Acceptance(transfer, Accepted)), desk.AcceptAsync(TransferDesk.Acceptance(transfer, Accepted.AddDays(1))));

        Assert.Equal<string>(["", "STALE_VERSION"], outcomes.Select(outcome => string.Concat(outcome.Problems.Select(problem => problem.Code))).Order(StringComparer.Ordinal));
        Assert.Equal(2, (await province.FactsAsync("members.cell_assignment", "organization_id", member.Id)).Length);
    }

    [Fact]
    public async Task A_stale_version_is_refused()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var transfer = await desk.IntroducedAsync(desk.Request(member), Introduced);

        var refused = await desk.SignAsync(TransferDesk.Signing(transfer, Accepted) with
        {
            Transfers = [TransferDesk.Changing(transfer) with { ExpectedVersion = 1 }],
        });

        Assert.Equal([new StaleVersion(1, 2) { Field = "input.transfers.0.expectedVersion" }], refused.Problems);
    }

    [Fact]
    public async Task A_request_tells_all_that_is_wrong_with_it()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());

        var refused = await desk.RequestAsync(desk.Request(member) with
        {
            ChangedOn = new DateOnly(2023, 1, 3),
            Decision = null,
            SelfReviewYear = 2022,
            TemporaryUntil = new DateOnly(2024, 9, 1),
        });

        Assert.Equal(
            [
                new TransferStartsLate(60, new DateOnly(2023, 4, 4)) { Field = "input.lateReason" },
                new TransferNeedsDecision { Field = "input.decision" },
                new SelfReviewOfTheLastYearIsMissing(2023) { Field = "input.selfReviewYear" },
                new TemporaryStayDoesNotFit(3, 12, false) { Field = "input.temporaryUntil" },
            ],
            refused.Problems);
        Assert.Equal("MEM-20", refused.Problems[0].Rule?.Id);
    }

    [Fact]
    public async Task A_destination_is_another_place_and_the_paper_fits_it()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());

        var own = await desk.RequestAsync(desk.Request(member) with { DestinationId = province.FirstCell });
        var above = await desk.RequestAsync(desk.Request(member) with { DestinationId = province.District });
        var beside = await desk.RequestAsync(desk.Request(member) with { DestinationId = province.SecondCell });
        var away = await desk.RequestAsync(desk.Request(member) with { Kind = TransferKind.Internal });
        var root = await desk.RequestAsync(desk.Request(member) with { DestinationId = province.Root });
        var nowhere = await desk.RequestAsync(desk.Request(member) with { DestinationId = null });
        var unknown = await desk.RequestAsync(desk.Request(member) with { DestinationId = Guid.CreateVersion7() });

        Assert.Equal([new DestinationHoldsTheMemberAlready("Chi bộ xóm 1") { Field = "input.destinationId" }], own.Problems);
        Assert.Equal([new DestinationHoldsTheMemberAlready("Đảng bộ huyện Giao Thủy") { Field = "input.destinationId" }], above.Problems);
        Assert.Equal([new TransferWithinAGrassrootsOrganizationIsInternal("Chi bộ xóm 2") { Field = "input.destinationId" }], beside.Problems);
        Assert.Equal([new InternalTransferStaysInTheGrassrootsOrganization("Chi bộ xóm 9") { Field = "input.destinationId" }], away.Problems);
        Assert.Equal([new OrganizationTakesNobodyIn("Đảng bộ tỉnh Nam Định") { Field = "input.destinationId" }], root.Problems);
        Assert.Equal([new DestinationIsGivenOnce { Field = "input.destinationId" }], nowhere.Problems);
        Assert.Equal<string>(["NOT_FOUND input.destinationId"], TransferDesk.Problems(unknown));
    }

    [Fact]
    public async Task Applicants_the_suspended_and_oneself_are_not_transferred()
    {
        var suspended = await province.RegisterAsync(province.NewOfficialMember());
        TransferDesk.Value(await province.ActAsync<MemberFlags, Member>(flags => flags.SetAsync(
            new SetMemberFlagInput
            {
                MemberId = suspended.Id,
                ExpectedVersion = 1,
                Flag = MembershipFlag.SuspendedActivity,
                From = new DateOnly(2024, 6, 1),
                Until = new DateOnly(2024, 7, 1),
                Decision = TransferDesk.Decision,
            },
            CancellationToken.None)));
        var self = await province.RegisterAsync(province.NewOfficialMember());
        var access = new TestAccess { MemberId = self.Id }.Everywhere(MembersPermissions.Read).Everywhere(MembersPermissions.Transfer).Everywhere(MembersPermissions.ReadTransfers);

        var refused = await desk.RequestAsync(desk.Request(await province.ReadAsync(suspended.Id), self), access);

        Assert.Equal(
            ["SUSPENDED_MEMBERS_ARE_NOT_TRANSFERRED input.members.0.memberId", "NOBODY_ACTS_ON_THEIR_OWN_CASE input.members.1.memberId"],
            TransferDesk.Problems(refused));
    }

    [Fact]
    public async Task Boxes_are_signed_in_order_each_by_whoever_may_act_there()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var transfer = await desk.RequestedAsync(desk.Request(member));
        var secretary = new TestAccess().At(MembersPermissions.ReadTransfers, province.FirstCell).At(MembersPermissions.Transfer, province.FirstCell);
        var west = new TestAccess()
            .Below(MembersPermissions.ReadTransfers, await province.PathOfAsync(province.WestCommune))
            .Below(MembersPermissions.Transfer, await province.PathOfAsync(province.WestCommune));

        var unseen = await desk.SignAsync(TransferDesk.Signing(transfer, Introduced), west);
        var first = TransferDesk.Value(await desk.SignAsync(TransferDesk.Signing(transfer, Introduced), secretary))[0];
        var notTheirs = await desk.SignAsync(TransferDesk.Signing(first, Introduced), secretary);
        var complete = TransferDesk.Value(await desk.SignAsync(TransferDesk.Signing(first, Introduced)))[0];
        var tooEarly = await desk.AcceptAsync(TransferDesk.Acceptance(complete, Accepted), west);
        var received = TransferDesk.Value(await desk.SignAsync(TransferDesk.Signing(complete, Accepted), west))[0];
        var again = await desk.SignAsync(TransferDesk.Signing(received, Accepted), west);
        var accepted = TransferDesk.Value(await desk.AcceptAsync(TransferDesk.Acceptance(received, Accepted), west))[0];

        Assert.Equal<string>(["NOT_FOUND input.transfers.0.id"], TransferDesk.Problems(unseen));
        Assert.Equal(TransferState.Requested, first.State);
        Assert.Equal([new AnotherOrganizationSignsNow("Đảng bộ xã Giao Hà") { Field = "input.transfers.0" }], notTheirs.Problems);
        Assert.Equal(TransferState.Introduced, complete.State);
        Assert.Equal([new AnotherOrganizationSignsNow("Đảng bộ xã Giao Lạc") { Field = "input.transfers.0" }], tooEarly.Problems);
        Assert.Equal(TransferState.Received, received.State);
        Assert.Equal([new ReceivingCellAcceptsNow { Field = "input.transfers.0" }], again.Problems);
        Assert.Equal(TransferState.Accepted, accepted.State);
    }

    [Fact]
    public async Task Dues_of_the_month_of_introduction_are_collected()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var transfer = await desk.RequestedAsync(desk.Request(member));

        var refused = await desk.SignAsync(TransferDesk.Signing(transfer, Introduced) with { DuesPaidThrough = new DateOnly(2024, 3, 31) });

        Assert.Equal([new DuesOfTheMonthAreNotPaid(4, 2024) { Field = "input.duesPaidThrough" }], refused.Problems);
        Assert.All(await desk.BoxesAsync(transfer), box => Assert.EndsWith(": / on ", box, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_paper_that_is_presented_late_needs_its_reason()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var transfer = await desk.IntroducedAsync(desk.Request(member), Introduced);
        transfer = TransferDesk.Value(await desk.SignAsync(TransferDesk.Signing(transfer, Accepted)))[0];

        var late = await desk.AcceptAsync(TransferDesk.Acceptance(transfer, new DateOnly(2024, 6, 12)));
        var future = await desk.AcceptAsync(TransferDesk.Acceptance(transfer, new DateOnly(2024, 6, 17)) with { LateReason = "Ốm." });
        var before = await desk.AcceptAsync(TransferDesk.Acceptance(transfer, Introduced));

        Assert.Equal([new PaperIsPresentedLate(new DateOnly(2024, 6, 11)) { Field = "input.lateReason" }], late.Problems);
        Assert.Equal([new DateLiesInTheFuture(new DateOnly(2024, 6, 17), SmallProvince.Today) { Field = "input.on" }], future.Problems);
        Assert.Equal([new EffectiveDateIsBeforeEarlierFact(Introduced, Accepted) { Field = "input.on" }], before.Problems);
        Assert.Equal(province.FirstCell, (await province.ReadAsync(member.Id)).OrganizationId);
    }

    [Fact]
    public async Task A_paper_that_is_sent_back_leaves_the_member_where_they_are_and_may_be_issued_anew()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var transfer = await desk.IntroducedAsync(desk.Request(member), Introduced);

        var returned = TransferDesk.Value(await desk.CloseAsync(closing => closing.ReturnAsync(TransferDesk.Closing(transfer, new DateOnly(2024, 5, 6), "Sai nơi đến."), CancellationToken.None)));
        var again = await desk.RequestAsync(desk.Request(await province.ReadAsync(member.Id)) with { On = new DateOnly(2024, 5, 7) });

        Assert.Equal((TransferState.Returned, "Sai nơi đến."), (returned.State, returned.ClosingReason));
        Assert.Equal<string>(["TRANSFER_OUT_PENDING [2024-04-26,2024-05-06)"], await province.FactsAsync("members.membership_flag", "flag", member.Id));
        Assert.Equal([], again.Problems);
    }

    [Fact]
    public async Task A_transfer_that_was_not_introduced_is_withdrawn_and_not_returned()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var transfer = await desk.RequestedAsync(desk.Request(member));

        var returned = await desk.CloseAsync(closing => closing.ReturnAsync(TransferDesk.Closing(transfer, Introduced), CancellationToken.None));
        var withdrawn = TransferDesk.Value(await desk.CloseAsync(closing => closing.WithdrawAsync(TransferDesk.Closing(transfer, Introduced), CancellationToken.None)));
        var twice = await desk.CloseAsync(closing => closing.WithdrawAsync(TransferDesk.Closing(withdrawn, Introduced), CancellationToken.None));

        Assert.Equal([new TransferIsNotUnderWay(TransferState.Requested) { Field = "input.id" }], returned.Problems);
        Assert.Equal(TransferState.Withdrawn, withdrawn.State);
        Assert.Equal([new TransferIsNotUnderWay(TransferState.Withdrawn) { Field = "input.id" }], twice.Problems);
    }

    [Fact]
    public async Task What_is_not_presented_within_three_months_is_reported()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var early = await desk.IntroducedAsync(desk.Request(member) with { ChangedOn = new DateOnly(2024, 1, 15), On = new DateOnly(2024, 2, 1), SelfReviewYear = 2023 }, new DateOnly(2024, 3, 14));

        var tooSoon = await desk.CloseAsync(closing => closing.ReportAsync(TransferDesk.Closing(early, new DateOnly(2024, 6, 14)), CancellationToken.None));
        var reported = TransferDesk.Value(await desk.CloseAsync(closing => closing.ReportAsync(TransferDesk.Closing(early, new DateOnly(2024, 6, 15), "Không liên lạc được."), CancellationToken.None)));

        Assert.Equal([new TransferIsNotOverdueYet(3, new DateOnly(2024, 6, 14)) { Field = "input.on" }], tooSoon.Problems);
        Assert.Equal((TransferState.Introduced, "Không liên lạc được."), (reported.State, reported.Report));
    }

    [Fact]
    public async Task An_internal_move_waits_for_the_transfer_that_is_under_way()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        await desk.RequestedAsync(desk.Request(member));

        var refused = await province.ActAsync<InternalMove, Member>(move => move.RunAsync(
            new AssignMemberToCellInput { MemberId = member.Id, ExpectedVersion = 2, OrganizationId = province.SecondCell, From = new DateOnly(2024, 5, 6) },
            CancellationToken.None));

        Assert.Equal([new TransferIsOpenAlready { Field = "input.memberId" }], refused.Problems);
    }

    [Fact]
    public async Task The_secretary_of_another_cell_can_neither_ask_nor_withdraw()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var other = new TestAccess().Everywhere(MembersPermissions.Read).Everywhere(MembersPermissions.ReadTransfers).At(MembersPermissions.Transfer, province.WestCell);

        var refused = await desk.RequestAsync(desk.Request(member), other);
        var transfer = await desk.RequestedAsync(desk.Request(member));
        var withdrawn = await desk.CloseAsync(closing => closing.WithdrawAsync(TransferDesk.Closing(transfer, Introduced), CancellationToken.None), other);

        Assert.Equal<string>(["MEMBER_IS_OUT_OF_YOUR_REACH input.members.0.memberId"], TransferDesk.Problems(refused));
        Assert.Equal<string>(["MEMBER_IS_OUT_OF_YOUR_REACH input.id"], TransferDesk.Problems(withdrawn));
    }
}
