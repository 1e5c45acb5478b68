using Modular.Members.Tests.WorkItems;
using Modular.Members.Transfers;
using Xunit;

namespace Modular.Members.Tests.Transfers;

/// <summary>What is due about transfers, on 15 June 2024.</summary>
public sealed class TransferWorkTests : IClassFixture<SmallProvince>
{
    private readonly SmallProvince province;
    private readonly TransferDesk desk;

    public TransferWorkTests(SmallProvince province)
    {
        this.province = province;
        desk = new TransferDesk(province);
    }

    [Fact]
    public async Task A_paper_is_complete_sixty_working_days_after_the_change()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var transfer = await desk.RequestedAsync(desk.Request(member));
        // 60 working days after 1 March 2024, with Hùng Kings' day and the days off around 30 April.
        Assert.Equal<string>(["OPEN since 2024-03-01 due 2024-05-29"], await ItemsAsync("members.transfer-to-introduce", transfer));

        TransferDesk.Value(await desk.SignAsync(TransferDesk.Signing(transfer, new DateOnly(2024, 4, 26))));

        Assert.Equal<string>(["DONE since 2024-03-01 due 2024-05-29"], await ItemsAsync("members.transfer-to-introduce", transfer));
    }

    [Fact]
    public async Task Nothing_is_due_about_a_transfer_that_was_taken_back()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var transfer = await desk.RequestedAsync(desk.Request(member));

        TransferDesk.Value(await desk.CloseAsync(closing => closing.WithdrawAsync(TransferDesk.Closing(transfer, new DateOnly(2024, 4, 26)), CancellationToken.None)));

        Assert.Equal<string>(["CANCELLED since 2024-03-01 due 2024-05-29"], await ItemsAsync("members.transfer-to-introduce", transfer));
    }

    [Fact]
    public async Task A_paper_that_nobody_presents_for_three_months_is_to_be_reported()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var transfer = await desk.IntroducedAsync(
            desk.Request(member) with { ChangedOn = new DateOnly(2024, 1, 15), On = new DateOnly(2024, 2, 1) }, new DateOnly(2024, 3, 14));
        Assert.Equal<string>(["OPEN since 2024-06-15 due 2024-06-15"], await ItemsAsync("members.transfer-not-presented", transfer));

        TransferDesk.Value(await desk.CloseAsync(closing => closing.ReportAsync(TransferDesk.Closing(transfer, SmallProvince.Today), CancellationToken.None)));

        Assert.Equal<string>(["DONE since 2024-06-15 due 2024-06-15"], await ItemsAsync("members.transfer-not-presented", transfer));
    }

    [Fact]
    public async Task A_temporary_stay_comes_up_a_month_before_its_planned_end()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var request = desk.Request(member) with { Kind = TransferKind.Temporary, Cause = TransferCause.Study, TemporaryUntil = new DateOnly(2024, 7, 15) };

        var transfer = await desk.AcceptedAsync(request, new DateOnly(2024, 4, 8), new DateOnly(2024, 4, 10));

        Assert.Equal<string>(["OPEN since 2024-07-15 due 2024-07-15"], await ItemsAsync("members.temporary-stay-ends", transfer));
        TransferDesk.Value(await desk.ActAsync<TemporaryStays, Transfer>(
            null, stays => stays.EndAsync(TransferDesk.Closing(transfer, new DateOnly(2024, 6, 10)), CancellationToken.None)));
        Assert.Equal<string>(["DONE since 2024-07-15 due 2024-07-15"], await ItemsAsync("members.temporary-stay-ends", transfer));
    }

    private Task<string[]> ItemsAsync(string kind, Transfer transfer) => Work.ItemsAsync(province.Database, kind, transfer.Id);
}
