using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Losses;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Members.Tests.Transfers;
using Modular.Members.Tests.WorkItems;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Members.Tests.Losses;

/// <summary>Lost files and papers, on 15 June 2024.</summary>
public sealed class FileLossTests(SmallProvince province) : IClassFixture<SmallProvince>
{
    private readonly TransferDesk desk = new(province);

    [Fact]
    public async Task A_lost_file_is_investigated_and_restored_and_work_until_then()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var reported = await ReportAsync(Lost(member));
        var again = await ReportAsync(Lost(member) with { ExpectedVersion = 2 });
        var loss = TransferDesk.Value(reported);

        Assert.Equal([new FileIsReportedAsLostAlready { Field = "input.lost" }], again.Problems);
        Assert.Equal<string>(["OPEN since 2024-05-06 due 2024-06-17"], await Work.ItemsAsync(province.Database, "members.file-to-restore", member.Id));

        var tooSoon = await RestoreAsync(loss, 1);
        var early = await InvestigateAsync(loss, new DateOnly(2024, 5, 5));
        var investigated = await InvestigateAsync(loss, new DateOnly(2024, 5, 20));
        var stale = await RestoreAsync(loss, 1);
        var restored = await RestoreAsync(loss, 2);
        var twice = await RestoreAsync(loss, 3);

        Assert.Equal([new FileIsInvestigatedThenRestored { Field = "input.id" }], tooSoon.Problems);
        Assert.Equal([new EffectiveDateIsBeforeEarlierFact(new DateOnly(2024, 5, 5), new DateOnly(2024, 5, 6)) { Field = "input.investigatedOn" }], early.Problems);
        Assert.Equal([new StaleVersion(1, 2) { Field = "input.expectedVersion" }], stale.Problems);
        Assert.Equal([], [.. investigated.Problems, .. restored.Problems]);
        Assert.Equal([new FileIsInvestigatedThenRestored { Field = "input.id" }], twice.Problems);
        Assert.Equal<string>(["DONE since 2024-05-06 due 2024-06-17"], await Work.ItemsAsync(province.Database, "members.file-to-restore", member.Id));
    }

    [Fact]
    public async Task A_paper_that_is_lost_on_the_way_is_void_and_another_may_be_issued()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var transfer = await desk.IntroducedAsync(desk.Request(member), new DateOnly(2024, 4, 26));
        var version = (await province.ReadAsync(member.Id)).Version;
        var lost = Lost(member) with
        {
            ExpectedVersion = version,
            Lost = LostThing.IntroductionPaper,
            Transfer = TransferDesk.Changing(transfer),
            Police = new PoliceConfirmationInput { Unit = "Công an xã Giao Lạc", Number = "12/XN-CA", ConfirmedOn = new DateOnly(2024, 5, 6) },
        };

        var unconfirmed = await ReportAsync(lost with { Police = null });
        var file = await ReportAsync(lost with { Lost = LostThing.File, Transfer = null, Police = null });
        var unnamed = await ReportAsync(lost with { Transfer = null });
        var reported = await ReportAsync(lost);

        Assert.Equal([new LossOnTheWayIsConfirmedByThePolice { Field = "input.police" }], unconfirmed.Problems);
        Assert.Equal([new LossOnTheWayIsConfirmedByThePolice { Field = "input.police" }], file.Problems);
        Assert.Equal([new LostPaperIsNamed { Field = "input.transfer" }], unnamed.Problems);
        Assert.Equal([], reported.Problems);
        Assert.Equal<string>(["OPEN since 2024-05-06 due 2024-06-17"], await Work.ItemsAsync(province.Database, "members.file-to-restore", member.Id));

        var anew = await desk.RequestAsync(desk.Request(await province.ReadAsync(member.Id)) with { On = new DateOnly(2024, 5, 8) });

        Assert.Equal([], anew.Problems);
        Assert.Equal<string>(["DONE since 2024-05-06 due 2024-06-17"], await Work.ItemsAsync(province.Database, "members.file-to-restore", member.Id));
        Assert.Equal(["OnlyFilesAreRestored"], (await InvestigateAsync(reported.Value, new DateOnly(2024, 5, 20))).Problems.Select(problem => problem.GetType().Name));
    }

    [Fact]
    public async Task The_paper_of_somebody_else_is_not_voided_and_nobody_reports_their_own_loss()
    {
        var (member, other) = (await province.RegisterAsync(province.NewOfficialMember()), await province.RegisterAsync(province.NewOfficialMember()));
        var transfer = await desk.IntroducedAsync(desk.Request(other), new DateOnly(2024, 4, 26));
        var self = new TestAccess { MemberId = member.Id }.Everywhere(MembersPermissions.Read).Everywhere(MembersPermissions.KeepRecords);
        var elsewhere = new TestAccess().Everywhere(MembersPermissions.Read).Below(MembersPermissions.KeepRecords, await province.PathOfAsync(province.WestCommune));
        var lost = Lost(member) with
        {
            Lost = LostThing.IntroductionPaper,
            Transfer = TransferDesk.Changing(transfer),
            Police = new PoliceConfirmationInput { Unit = "Công an xã", ConfirmedOn = new DateOnly(2024, 5, 6) },
        };

        Assert.Equal([new NotFound("Transfer") { Field = "input.transfer.id" }], (await ReportAsync(lost)).Problems);
        Assert.Equal([new NobodyActsOnTheirOwnCase { Field = "input.memberId" }], (await ReportAsync(Lost(member), self)).Problems);
        Assert.Equal([new MemberIsOutOfYourReach { Field = "input.memberId" }], (await ReportAsync(Lost(member), elsewhere)).Problems);
    }

    private static ReportFileLossInput Lost(Member member) => new()
    {
        MemberId = member.Id,
        ExpectedVersion = 1,
        Lost = LostThing.File,
        LostOn = new DateOnly(2024, 5, 3),
        ReportedOn = new DateOnly(2024, 5, 6),
        Place = "Kho lưu trữ Đảng ủy xã",
        Reason = "Ngập nước khi mưa bão.",
    };

    private Task<Result<FileLoss>> ReportAsync(ReportFileLossInput input, TestAccess? access = null) =>
        desk.ActAsync<FileLosses, FileLoss>(access, losses => losses.ReportAsync(input, CancellationToken.None));

    private Task<Result<FileLoss>> InvestigateAsync(FileLoss loss, DateOnly day) => desk.ActAsync<FileLosses, FileLoss>(null, losses => losses.InvestigateAsync(
        new RecordFileInvestigationInput { Id = loss.Id, ExpectedVersion = 1, InvestigatedOn = day, Result = "Kho bị ngập, không do cá nhân." }, CancellationToken.None));

    private Task<Result<FileLoss>> RestoreAsync(FileLoss loss, int version) => desk.ActAsync<FileLosses, FileLoss>(null, losses => losses.RestoreAsync(
        new RestoreFileInput { Id = loss.Id, ExpectedVersion = version, RestoredOn = new DateOnly(2024, 6, 10), Restoration = "Từ bản sao lưu tại huyện ủy." }, CancellationToken.None));
}
