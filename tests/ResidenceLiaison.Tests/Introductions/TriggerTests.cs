using Xunit;
using static Modular.ResidenceLiaison.Tests.LiaisonProvince;

namespace Modular.ResidenceLiaison.Tests.Introductions;

/// <summary>What happens to a member elsewhere changes the introduction (RES-02), without anybody's doing here.</summary>
public sealed class TriggerTests(LiaisonProvince province)
{
    private const string Line = "state cause closingReason closedOn cell { name }";
    private static readonly object Decision = new { number = "9-QĐ/HU", decidedOn = "2026-08-20", authority = "Ban Thường vụ Huyện ủy" };

    [Fact]
    public async Task Whoever_moves_house_is_introduced_anew()
    {
        var member = await IntroducedAsync();

        await DoAsync(
            province.Officer, "recordAddress",
            new { memberId = member.Id, expectedVersion = member.Version, residence = new { kind = "TEMPORARY", address = "Số 5 đường Trần Phú", from = "2026-09-14" } }, "member { id }");

        Assert.Equal(
            Compact("""
            [{"state":"TO_INTRODUCE","cause":"NEW_RESIDENCE","closingReason":null,"closedOn":null,"cell":{"name":"Chi bộ Văn phòng"}},
             {"state":"MOVED","cause":"ADMISSION","closingReason":"MOVED_HOUSE","closedOn":"2026-09-14","cell":{"name":"Chi bộ Văn phòng"}}]
            """),
            await AfterAsync(member.Id));
    }

    [Fact]
    public async Task An_address_that_is_recorded_before_the_letter_changes_no_more_than_the_address()
    {
        var member = await province.AddMemberAsync(province.AgencyCell);
        await province.IntroductionOfAsync(member.Id);

        await DoAsync(
            province.Officer, "recordAddress",
            new { memberId = member.Id, expectedVersion = member.Version, residence = new { kind = "PERMANENT", address = "Số 7 đường Trần Phú", from = "2026-09-14" } }, "member { id }");
        await province.Host.DispatchEventsAsync();

        Assert.Equal(
            Compact("""[{"state":"TO_INTRODUCE","cause":"ADMISSION","openedOn":"2016-01-05","address":"Số 7 đường Trần Phú"}]"""),
            await IntroductionsOfAsync(province.Officer, member.Id, "state cause openedOn address"));
    }

    [Fact]
    public async Task Within_a_workplace_the_cell_changes_and_between_workplaces_the_member_is_introduced_anew()
    {
        var member = await IntroducedAsync();

        member = await MoveAsync(member, province.OtherAgencyCell, "2026-09-14");
        Assert.Equal(Compact("""[{"state":"LETTER_ISSUED","cause":"ADMISSION","closingReason":null,"closedOn":null,"cell":{"name":"Chi bộ Thanh tra"}}]"""), await AfterAsync(member.Id));

        await TransferAsync(member, province.CellOfOtherAgency);
        Assert.Equal(
            Compact("""
            [{"state":"TO_INTRODUCE","cause":"TRANSFER","closingReason":null,"closedOn":null,"cell":{"name":"Chi bộ Nghiệp vụ"}},
             {"state":"ENDED","cause":"ADMISSION","closingReason":"TRANSFERRED","closedOn":"2026-09-21","cell":{"name":"Chi bộ Thanh tra"}}]
            """),
            await AfterAsync(member.Id));
    }

    [Fact]
    public async Task Whoever_is_no_member_any_more_keeps_contact_no_longer()
    {
        var member = await IntroducedAsync();

        await DoAsync(
            province.Officer, "changeMemberStatus",
            new { memberId = member.Id, expectedVersion = member.Version, status = "EXPELLED", effectiveOn = "2026-09-01", asCorrection = true, reason = "Expelled.", decision = Decision }, "member { id }");

        Assert.Equal(
            Compact("""[{"state":"ENDED","cause":"ADMISSION","closingReason":"EXPELLED","closedOn":"2026-09-01","cell":{"name":"Chi bộ Văn phòng"}}]"""), await AfterAsync(member.Id));
    }

    [Fact]
    public async Task Applicants_are_introduced_when_they_are_admitted()
    {
        var number = province.NextNumber();
        var applicant = (await DoAsync(
            province.Officer, "registerMember",
            new
            {
                organizationId = province.AgencyCell,
                since = "2026-02-02",
                status = "APPLICANT",
                person = new { fullName = $"Lê Văn {(char)('A' + (number % 26))}i", sex = "MALE", birthDate = "2001-02-03", citizenId = $"036201{number:000000}", ethnicGroup = "KINH" },
            },
            "member { id version }"))["member"]!;
        Assert.Equal("[]", await AfterAsync((string)applicant["id"]!));

        await DoAsync(
            province.Officer, "changeMemberStatus",
            new
            {
                memberId = (string)applicant["id"]!,
                expectedVersion = (int)applicant["version"]!,
                status = "PROBATIONARY",
                effectiveOn = "2026-09-02",
                decision = Decision,
            },
            "member { id }");

        Assert.Equal(
            Compact("""[{"state":"TO_INTRODUCE","cause":"ADMISSION","closingReason":null,"closedOn":null,"cell":{"name":"Chi bộ Văn phòng"}}]"""), await AfterAsync((string)applicant["id"]!));
    }

    private async Task<(string Id, int Version)> IntroducedAsync()
    {
        var member = await province.AddMemberAsync(province.AgencyCell);
        await StepAsync(province.Workplace, "issueResidenceLetters", await province.IntroductionOfAsync(member.Id), new { receiverId = province.CommuneCommittee, on = "2026-08-17" });
        return member;
    }

    private async Task<string> AfterAsync(string member)
    {
        await province.Host.DispatchEventsAsync();
        return await IntroductionsOfAsync(province.Officer, member, Line);
    }

    private async Task<(string Id, int Version)> MoveAsync((string Id, int Version) member, string cell, string from)
    {
        var moved = (await DoAsync(
            province.Officer, "assignMemberToCell",
            new { memberId = member.Id, expectedVersion = member.Version, organizationId = cell, from, decision = Decision, reason = "Điều động." }, "member { id version }"))["member"]!;
        return (member.Id, (int)moved["version"]!);
    }

    private async Task TransferAsync((string Id, int Version) member, string cell)
    {
        var transfer = await StepOfTransferAsync("requestTransfers", new
        {
            members = new[] { new { memberId = member.Id, expectedVersion = member.Version } },
            kind = "OFFICIAL",
            cause = "NEW_UNIT",
            changedOn = "2026-09-15",
            on = "2026-09-16",
            destinationId = cell,
            decision = Decision,
            selfReviewYear = 2025,
        });
        transfer = await StepOfTransferAsync("signTransfers", new { transfers = new[] { transfer }, on = "2026-09-17", duesPaidThrough = "2026-09-17", allInReach = true });
        transfer = await StepOfTransferAsync("signTransfers", new { transfers = new[] { transfer }, on = "2026-09-18", allInReach = true });
        await StepOfTransferAsync("acceptTransfers", new { transfers = new[] { transfer }, on = "2026-09-21" });
    }

    private async Task<object> StepOfTransferAsync(string mutation, object input)
    {
        var transfer = (await DoAsync(province.Officer, mutation, input, "transfers { id version }"))["transfers"]![0]!;
        return new { id = (string)transfer["id"]!, expectedVersion = (int)transfer["version"]! };
    }
}
