using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Results;
using Modular.Members.Dues;
using Modular.Members.People;
using Modular.Members.Tests.Imports;
using Modular.Members.Tests.WorkItems;
using Xunit;

namespace Modular.Members.Tests.Dues;

/// <summary>Dues by month, on 15 June 2024.</summary>
public sealed class DuesTests : IAsyncLifetime
{
    private readonly SmallProvince province = new();

    public ValueTask InitializeAsync() => province.InitializeAsync();

    public ValueTask DisposeAsync() => province.DisposeAsync();

    [Fact]
    public async Task Three_months_of_a_year_without_dues_and_reason_are_a_case_until_a_reason_is_found()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        foreach (var month in new[] { 11, 12 })
            await RecordAsync(new DateOnly(2023, month, 1), Unpaid(member));
        foreach (var month in new[] { 1, 3 })
            await RecordAsync(new DateOnly(2024, month, 1), Unpaid(member));
        Assert.Empty(await Work.ItemsAsync(province.Database, "members.dues-unpaid", member.Id));

        var recorded = await RecordAsync(new DateOnly(2024, 4, 30), Unpaid(member));

        Assert.Equal([], recorded.Problems);
        Assert.Equal<string>(["OPEN since 2024-04-30 due 2024-06-11"], await Work.ItemsAsync(province.Database, "members.dues-unpaid", member.Id));

        var otherwise = await RecordAsync(new DateOnly(2024, 3, 1), new MemberDuesInput { MemberId = member.Id, State = DuesState.UnpaidWithReason, Reason = "Nằm viện" });
        var corrected = await RecordAsync(
            new DateOnly(2024, 3, 1), isCorrection: true, new MemberDuesInput { MemberId = member.Id, State = DuesState.UnpaidWithReason, Reason = "Nằm viện" });

        Assert.Equal([new MonthIsRecordedOtherwise { Field = "input.members.0.state" }], otherwise.Problems);
        Assert.Equal([], corrected.Problems);
        Assert.Equal<string>(["DONE since 2024-04-30 due 2024-06-11"], await Work.ItemsAsync(province.Database, "members.dues-unpaid", member.Id));
    }

    [Fact]
    public async Task Dues_are_recorded_for_members_in_months_that_have_begun_for_all_or_none()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var newcomer = await province.RegisterAsync(Newcomers.Probationary(province.FirstCell, 4401));
        var future = await RecordAsync(new DateOnly(2024, 7, 1), Unpaid(member));
        var none = await RecordAsync(
            new DateOnly(2023, 10, 1), Unpaid(member), Unpaid(newcomer), new MemberDuesInput { MemberId = Guid.CreateVersion7(), State = DuesState.Paid });
        var reasonless = await RecordAsync(new DateOnly(2023, 11, 1), new MemberDuesInput { MemberId = newcomer.Id, State = DuesState.Exempted });

        Assert.Equal([new MonthIsNotOver(new DateOnly(2024, 7, 1)) { Field = "input.month" }], future.Problems);
        Assert.Equal(
            [
                new MemberOwedNothingThen(new DateOnly(2023, 10, 1)) { Field = "input.members.1.memberId" },
                new NotFound("Member") { Field = "input.members.2.memberId" },
            ],
            none.Problems);
        Assert.Equal([new DuesNeedTheirReason { Field = "input.members.0.reason" }], reasonless.Problems);
        Assert.Equal(0, await province.ReadAsync(db => db.DuesMonths.CountAsync()));
    }

    [Fact]
    public async Task A_file_of_dues_is_checked_by_the_same_rules_and_can_be_undone()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var other = await province.RegisterAsync(province.NewOfficialMember());
        await RecordAsync(new DateOnly(2024, 2, 1), Unpaid(member));
        const string Headers = "Số thẻ đảng viên,Tháng,Tình trạng,Lý do";

        var faulty = await province.ImportAsync(
            $"""
            {Headers}
            {member.CardNumber},02/2024,Đã đóng,
            36999999,03/2024,Đã đóng,
            {other.CvNumber},04/2010,Đã đóng,
            {other.CitizenId},03/2024,Được miễn,
            {member.CardNumber},03/2024,Đã đóng,
            {member.CvNumber},03/2024,Không đóng,
            """,
            format: "dues");
        var good = await province.ImportAsync(
            $"""
            {Headers}
            {member.CardNumber},02/2024,Không đóng,
            {member.CardNumber},03/2024,Không đóng,
            {member.CardNumber},04/2024,Không đóng,
            {other.CitizenId},03/2024,Được miễn,Hộ nghèo
            """,
            format: "dues");

        Assert.Equal(
            """
            2 state Error MONTH_IS_RECORDED_OTHERWISE: The month is recorded otherwise; say that this is a correction.
            3 member_number Error DUES_NUMBER_IS_UNKNOWN: No member bears the number 36999999.
            4 month Error MEMBER_OWED_NO_DUES: This person was no member in that month.
            5 reason Error DUES_NEED_THEIR_REASON: Say why dues were not paid, or why the member is exempted.
            7 - Error MONTH_APPEARS_TWICE_IN_THE_FILE: The member's month is in the file already, in row 6.
            """,
            await province.VerdictsAsync(faulty));
        Assert.Equal(("", ImportState.Applied), (await province.VerdictsAsync(good), good.State));
        Assert.Equal(4, await province.ReadAsync(db => db.DuesMonths.CountAsync()));
        Assert.Equal<string>(["OPEN since 2024-04-30 due 2024-06-11"], await Work.ItemsAsync(province.Database, "members.dues-unpaid", member.Id));
    }

    private static MemberDuesInput Unpaid(Member member) => new() { MemberId = member.Id, State = DuesState.UnpaidWithoutReason };

    private Task<Result<List<Member>>> RecordAsync(DateOnly month, params MemberDuesInput[] members) => RecordAsync(month, isCorrection: false, members);

    private Task<Result<List<Member>>> RecordAsync(DateOnly month, bool isCorrection, params MemberDuesInput[] members) =>
        province.ActAsync<DuesRecording, List<Member>>(recording => recording.RunAsync(
            new RecordDuesInput { Month = month, Members = members, IsCorrection = isCorrection }, CancellationToken.None));
}
