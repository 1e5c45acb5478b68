using Modular.Members.Contracts;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Members.Tests.WorkItems;
using Modular.Members.Transfers;
using Xunit;

namespace Modular.Members.Tests.Transfers;

/// <summary>The way of a transfer, from the request to the list of the new cell.</summary>
public sealed class TransferTests : IAsyncLifetime
{
    private static readonly DateOnly Introduced = new(2024, 4, 26);
    private static readonly DateOnly Accepted = new(2024, 5, 20);

    private readonly SmallProvince province = new();
    private readonly TransferDesk desk;

    public TransferTests() => desk = new TransferDesk(province);

    public ValueTask InitializeAsync() => province.InitializeAsync();

    public ValueTask DisposeAsync() => province.DisposeAsync();

    [Fact]
    public async Task A_member_moves_on_the_day_on_which_the_cell_accepts_and_is_counted_at_home_until_then()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());

        var transfer = await desk.AcceptedAsync(desk.Request(member), Introduced, Accepted);

        Assert.Equal((TransferState.Accepted, province.WestCell, Accepted), (transfer.State, transfer.CellId, transfer.AcceptedOn));
        Assert.Equal<string>(
            [
                "1 INTRODUCING Chi bộ xóm 1: 1/2024 on 2024-04-26",
                "2 INTRODUCING Đảng bộ xã Giao Hà: 1/2024 on 2024-04-26",
                "3 RECEIVING Đảng bộ xã Giao Lạc: 1/2024 on 2024-05-20",
                "4 RECEIVING Chi bộ xóm 9: / on 2024-05-20",
            ],
            await desk.BoxesAsync(transfer));
        Assert.Equal<string>(
            [$"{province.FirstCell} [2016-01-05,2024-05-20)", $"{province.WestCell} [2024-05-20,)"],
            await province.FactsAsync("members.cell_assignment", "organization_id", member.Id));
        Assert.Equal<string>(["TRANSFER_OUT_PENDING [2024-04-26,2024-05-20)"], await province.FactsAsync("members.membership_flag", "flag", member.Id));
        Assert.Equal<string>(["2016-01-05..2024-05-20: 1+0+0+0", "2024-05-20..: 0+0+0+0"], await province.HeadcountsAsync(province.FirstCell));
        Assert.Equal<string>(["2024-05-20..: 1+0+0+0"], await province.HeadcountsAsync(province.WestCell));
        Assert.Equal(province.WestCell, (await province.ReadAsync(member.Id)).OrganizationId);
        Assert.Equal<string>(
            [
                "members.member-registered", "members.member-assigned", "members.member-flag-set", "members.member-flag-cleared", "organizations.committee-posts-are-to-end",
                "organizations.committee-posts-are-to-end", "members.member-assigned",
            ],
            await province.EventsAsync(member.Id));
    }

    [Fact]
    public async Task The_paper_is_to_be_presented_within_thirty_working_days_and_the_item_is_done_by_acceptance()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());

        var transfer = await desk.IntroducedAsync(desk.Request(member), Introduced);

        Assert.Equal(new DateOnly(2024, 6, 11), transfer.PresentBy);
        Assert.Equal<string>(["OPEN since 2024-04-26 due 2024-06-11"], await Work.ItemsAsync(province.Database, "members.transfer-pending", member.Id));
        transfer = Assert.Single(TransferDesk.Value(await desk.SignAsync(TransferDesk.Signing(transfer, Accepted))));
        TransferDesk.Value(await desk.AcceptAsync(TransferDesk.Acceptance(transfer, Accepted)));
        Assert.Equal<string>(["DONE since 2024-04-26 due 2024-06-11"], await Work.ItemsAsync(province.Database, "members.transfer-pending", member.Id));
    }

    [Fact]
    public async Task A_list_of_members_goes_under_one_decision_and_each_paper_has_its_own_number()
    {
        Member[] members =
        [
            await province.RegisterAsync(province.NewOfficialMember()),
            await province.RegisterAsync(province.NewOfficialMember()),
            await province.RegisterAsync(province.NewOfficialMember()),
        ];

        var requested = TransferDesk.Value(await desk.RequestAsync(desk.Request(members)));
        var signed = TransferDesk.Value(await desk.SignAsync(TransferDesk.Signing(requested[0], Introduced) with { Transfers = [.. requested.Select(TransferDesk.Changing)] }));
        var received = TransferDesk.Value(await desk.SignAsync(TransferDesk.Signing(requested[0], Accepted) with { Transfers = [.. signed.Select(TransferDesk.Changing)] }));
        var accepted = TransferDesk.Value(await desk.AcceptAsync(TransferDesk.Acceptance(requested[0], Accepted) with { Transfers = [.. received.Select(TransferDesk.Changing)] }));

        Assert.Single(accepted.Select(transfer => transfer.ListId).Distinct());
        Assert.Equal<string>(["2024-05-20..: 3+0+0+0"], await province.HeadcountsAsync(province.WestCell));
        var numbers = new List<string>();
        foreach (var transfer in accepted)
            numbers.Add((await desk.BoxesAsync(transfer))[1]);
        Assert.Equal<string>(
            [
                "2 INTRODUCING Đảng bộ xã Giao Hà: 1/2024 on 2024-04-26",
                "2 INTRODUCING Đảng bộ xã Giao Hà: 2/2024 on 2024-04-26",
                "2 INTRODUCING Đảng bộ xã Giao Hà: 3/2024 on 2024-04-26",
            ],
            numbers);
    }

    [Fact]
    public async Task A_committee_that_is_introduced_to_names_the_cell()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var transfer = await desk.IntroducedAsync(desk.Request(member) with { DestinationId = province.WestCommune }, Introduced);
        transfer = Assert.Single(TransferDesk.Value(await desk.SignAsync(TransferDesk.Signing(transfer, Accepted))));

        var unnamed = await desk.AcceptAsync(TransferDesk.Acceptance(transfer, Accepted));
        var elsewhere = await desk.AcceptAsync(TransferDesk.Acceptance(transfer, Accepted) with { CellId = province.SecondCell });
        var accepted = Assert.Single(TransferDesk.Value(await desk.AcceptAsync(TransferDesk.Acceptance(transfer, Accepted) with { CellId = province.WestCell })));

        Assert.Equal<string>(["RECEIVING_CELL_MUST_BE_NAMED input.cellId"], TransferDesk.Problems(unnamed));
        Assert.Equal([new CellIsNotBelowTheDestination("Đảng bộ xã Giao Lạc") { Field = "input.cellId" }], elsewhere.Problems);
        Assert.Equal("4 RECEIVING Chi bộ xóm 9: / on 2024-05-20", (await desk.BoxesAsync(accepted))[3]);
        Assert.Equal(province.WestCell, (await province.ReadAsync(member.Id)).OrganizationId);
    }

    [Fact]
    public async Task An_internal_transfer_takes_the_paper_of_the_grassroots_committee_only()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var request = desk.Request(member) with { Kind = TransferKind.Internal, DestinationId = province.SecondCell, Decision = null, SelfReviewYear = null };

        var transfer = await desk.AcceptedAsync(request, Introduced, Accepted);

        Assert.Equal<string>(["1 INTRODUCING Đảng bộ xã Giao Hà: 1/2024 on 2024-04-26", "2 RECEIVING Chi bộ xóm 2: / on 2024-05-20"], await desk.BoxesAsync(transfer));
        Assert.Equal(province.SecondCell, (await province.ReadAsync(member.Id)).OrganizationId);
    }

    [Fact]
    public async Task Whoever_is_accepted_outside_of_the_province_leaves_its_lists_and_stays_in_its_register()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var request = desk.Request(member) with { DestinationId = null, DestinationName = "Đảng bộ thành phố Hà Nội" };

        var transfer = await desk.AcceptedAsync(request, Introduced, Accepted);

        Assert.Equal<string>(
            ["1 INTRODUCING Chi bộ xóm 1: 1/2024 on 2024-04-26", "2 INTRODUCING Đảng bộ xã Giao Hà: 1/2024 on 2024-04-26", "3 INTRODUCING Đảng bộ huyện Giao Thủy: 1/2024 on 2024-04-26"],
            await desk.BoxesAsync(transfer));
        Assert.Equal<string>(["2016-01-05..2024-05-20: 1+0+0+0", "2024-05-20..: 0+0+0+0"], await province.HeadcountsAsync(province.FirstCell));
        Assert.Equal<string>(
            ["PROBATIONARY [2010-05-19,2011-05-19)", "OFFICIAL [2011-05-19,2024-05-20)", "TRANSFERRED_OUT [2024-05-20,)"],
            await province.FactsAsync("members.membership_status", "status", member.Id));
        Assert.Equal(MembershipStatus.TransferredOut, (await province.ReadAsync(member.Id)).Status);
    }

    [Fact]
    public async Task Whoever_was_transferred_out_comes_back_with_the_same_record_and_status()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        await desk.AcceptedAsync(desk.Request(member) with { DestinationId = null, DestinationName = "Đảng bộ thành phố Hà Nội" }, Introduced, Accepted);
        var back = new ChangeMemberStatusInput
        {
            MemberId = member.Id,
            ExpectedVersion = (await province.ReadAsync(member.Id)).Version,
            Status = MembershipStatus.Probationary,
            EffectiveOn = new DateOnly(2024, 6, 10),
            OrganizationId = province.WestCell,
            Decision = new MemberDecisionInput { Number = "88-GT/TU", DecidedOn = new DateOnly(2024, 6, 3) },
        };

        var refused = await province.ActAsync<MemberStatusChange, Member>(change => change.RunAsync(back, CancellationToken.None));
        var taken = TransferDesk.Value(await province.ActAsync<MemberStatusChange, Member>(
            change => change.RunAsync(back with { Status = MembershipStatus.Official }, CancellationToken.None)));

        Assert.Equal([new WhoComesBackStandsAsBefore(MembershipStatus.Official) { Field = "input.status" }], refused.Problems);
        Assert.Equal((MembershipStatus.Official, province.WestCell), (taken.Status, taken.OrganizationId));
        Assert.Equal<string>(
            [$"{province.FirstCell} [2016-01-05,2024-05-20)", $"{province.WestCell} [2024-06-10,)"],
            await province.FactsAsync("members.cell_assignment", "organization_id", member.Id));
        Assert.Equal<string>(["2024-06-10..: 1+0+0+0"], await province.HeadcountsAsync(province.WestCell));
    }

    [Fact]
    public async Task A_temporary_member_is_counted_at_home_and_comes_back()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var request = desk.Request(member) with
        {
            Kind = TransferKind.Temporary,
            Cause = TransferCause.NewUnit,
            ChangedOn = new DateOnly(2023, 10, 1),
            On = new DateOnly(2023, 10, 2),
            SelfReviewYear = 2022,
            TemporaryUntil = new DateOnly(2024, 5, 31),
        };

        var transfer = await desk.AcceptedAsync(request, new DateOnly(2023, 10, 5), new DateOnly(2023, 10, 12));
        var extended = TransferDesk.Value(await desk.ActAsync<TemporaryStays, Transfer>(null, stays => stays.ExtendAsync(
            new ExtendTemporaryTransferInput { Id = transfer.Id, ExpectedVersion = transfer.Version, Until = new DateOnly(2024, 8, 31), Reason = "Công trình kéo dài." },
            CancellationToken.None)));
        var tooLong = await desk.ActAsync<TemporaryStays, Transfer>(null, stays => stays.ExtendAsync(
            new ExtendTemporaryTransferInput { Id = transfer.Id, ExpectedVersion = extended.Version, Until = new DateOnly(2024, 9, 30), Reason = "Thêm." }, CancellationToken.None));
        var again = await desk.RequestAsync(desk.Request(await province.ReadAsync(member.Id)));
        var ended = TransferDesk.Value(await desk.ActAsync<TemporaryStays, Transfer>(
            null, stays => stays.EndAsync(TransferDesk.Closing(extended, new DateOnly(2024, 6, 3), "Đã về."), CancellationToken.None)));

        Assert.Equal([new TemporaryStayDoesNotFit(3, 12, false) { Field = "input.until" }], tooLong.Problems);
        Assert.Equal<string>(["MEMBER_IS_TEMPORARILY_ELSEWHERE input.members.0.memberId"], TransferDesk.Problems(again));
        Assert.Equal(TransferState.Ended, ended.State);
        Assert.Equal<string>(["2016-01-05..: 1+0+0+0"], await province.HeadcountsAsync(province.FirstCell));
        Assert.Empty(await province.HeadcountsAsync(province.WestCell));
        Assert.Equal<string>(
            [$"{province.FirstCell} [2016-01-05,)", $"{province.WestCell} [2023-10-12,2024-06-03)"],
            await province.FactsAsync("members.cell_assignment", "organization_id", member.Id));
        Assert.Equal<string>(
            ["TRANSFER_OUT_PENDING [2023-10-05,2023-10-12)", "TEMPORARY_AWAY [2023-10-12,2024-06-03)"],
            await province.FactsAsync("members.membership_flag", "flag", member.Id));
    }

    [Fact]
    public async Task Nothing_comes_of_a_transfer_when_the_member_dies()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var transfer = await desk.IntroducedAsync(desk.Request(member), Introduced);
        var version = (await province.ReadAsync(member.Id)).Version;

        TransferDesk.Value(await province.ActAsync<MemberStatusChange, Member>(change => change.RunAsync(
            new ChangeMemberStatusInput { MemberId = member.Id, ExpectedVersion = version, Status = MembershipStatus.Deceased, EffectiveOn = new DateOnly(2024, 5, 6) },
            CancellationToken.None)));
        var late = await desk.AcceptAsync(TransferDesk.Acceptance(transfer, Accepted) with { Transfers = [TransferDesk.Changing(transfer) with { ExpectedVersion = transfer.Version + 1 }] });

        Assert.Equal([new TransferIsNotUnderWay(TransferState.Lapsed) { Field = "input.transfers.0" }], late.Problems);
        Assert.Equal<string>(["2016-01-05..2024-05-06: 1+0+0+0", "2024-05-06..: 0+0+0+0"], await province.HeadcountsAsync(province.FirstCell));
    }
}
