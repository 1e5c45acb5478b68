using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Flags;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Members.Tests.Memberships;

public sealed class FactCorrectionTests(SmallProvince province) : IClassFixture<SmallProvince>
{
    private static readonly MemberDecisionInput Decision = new() { Number = "12-QĐ/TU", DecidedOn = new DateOnly(2024, 5, 3) };

    [Fact]
    public async Task Nobody_is_expelled_dies_or_is_restored_by_setting_a_status()
    {
        var (member, expelled) = (await province.RegisterAsync(province.NewOfficialMember()), await province.RegisterAsync(province.NewOfficialMember()));
        Assert.Equal([], (await ChangeAsync(Step(expelled, MembershipStatus.Expelled) with { AsCorrection = true, Reason = "Ghi lại từ hồ sơ giấy." })).Problems);

        Assert.Equal([new FactIsRecordedByItsProcedure("recordDisciplinaryMeasure") { Field = "input.status" }], (await ChangeAsync(Step(member, MembershipStatus.Expelled))).Problems);
        Assert.Equal([new FactIsRecordedByItsProcedure("recordDeath") { Field = "input.status" }], (await ChangeAsync(Step(member, MembershipStatus.Deceased))).Problems);
        Assert.Equal(
            [new FactIsRecordedByItsProcedure("settleDisciplineComplaint") { Field = "input.status" }],
            (await ChangeAsync(Step(expelled, MembershipStatus.Official) with { ExpectedVersion = 2, EffectiveOn = new DateOnly(2024, 6, 1) })).Problems);
        Assert.Equal((MembershipStatus.Official, 1), ((await province.ReadAsync(member.Id)).Status, (await province.ReadAsync(member.Id)).Version));
    }

    [Fact]
    public async Task A_correction_takes_a_permission_of_its_own_where_the_member_is_and_a_reason()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var (east, west) = (await province.PathOfAsync(province.EastCommune), await province.PathOfAsync(province.WestCommune));
        var officer = Officer(east).Below(MembersPermissions.CorrectStatus, west);
        var corrector = Officer(east).Below(MembersPermissions.CorrectStatus, east);
        var expulsion = Step(member, MembershipStatus.Expelled) with { AsCorrection = true, Reason = "Quyết định trước khi lập sổ." };

        var elsewhere = await province.ActAsync<MemberStatusChange, Member>(officer, change => change.RunDirectlyAsync(expulsion, CancellationToken.None));
        var unreasoned = await province.ActAsync<MemberStatusChange, Member>(corrector, change => change.RunDirectlyAsync(expulsion with { Reason = " " }, CancellationToken.None));
        var corrected = await province.ActAsync<MemberStatusChange, Member>(corrector, change => change.RunDirectlyAsync(expulsion, CancellationToken.None));

        Assert.Equal([new CorrectingFactsTakesAnotherPermission { Field = "input.asCorrection" }], elsewhere.Problems);
        Assert.Equal([new CorrectingFactsTakesAReason { Field = "input.reason" }], unreasoned.Problems);
        Assert.Equal([], corrected.Problems);
        Assert.Equal(MembershipStatus.Expelled, (await province.ReadAsync(member.Id)).Status);
    }

    [Fact]
    public async Task What_exemptions_and_transfers_set_and_end_is_set_and_ended_directly_only_as_a_correction()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var pending = Flag(member, MembershipFlag.TransferOutPending);

        Assert.Equal([new FactIsRecordedByItsProcedure("decideExemption") { Field = "input.flag" }], (await SetAsync(Flag(member, MembershipFlag.Exempt))).Problems);
        Assert.Equal([new FactIsRecordedByItsProcedure("signTransfers") { Field = "input.flag" }], (await SetAsync(pending)).Problems);
        Assert.Equal([new FactIsRecordedByItsProcedure("acceptTransfers") { Field = "input.flag" }], (await SetAsync(Flag(member, MembershipFlag.TemporaryAway))).Problems);
        Assert.Equal([new CorrectingFactsTakesAReason { Field = "input.reason" }], (await SetAsync(pending with { AsCorrection = true })).Problems);
        Assert.Equal([], (await SetAsync(pending with { AsCorrection = true, Reason = "Giấy tờ trước khi lập sổ." })).Problems);
        var end = new ClearMemberFlagInput { MemberId = member.Id, ExpectedVersion = 2, Flag = MembershipFlag.TransferOutPending, From = new DateOnly(2024, 6, 3) };
        Assert.Equal(
            [new FactIsRecordedByItsProcedure("acceptTransfers, returnTransfer, withdrawTransfer") { Field = "input.flag" }], (await ClearAsync(end)).Problems);
        Assert.Equal([], (await ClearAsync(end with { AsCorrection = true, Reason = "Đã về chi bộ mới trước khi lập sổ." })).Problems);
        Assert.Equal(["TRANSFER_OUT_PENDING [2024-05-20,2024-06-03)"], await province.FactsAsync("members.membership_flag", "flag", member.Id));
    }

    private static TestAccess Officer(string path) => new TestAccess().Below(MembersPermissions.Read, path).Below(MembersPermissions.ChangeStatus, path);

    private static ChangeMemberStatusInput Step(Member member, MembershipStatus status) => new()
    {
        MemberId = member.Id,
        ExpectedVersion = 1,
        Status = status,
        EffectiveOn = new DateOnly(2024, 5, 20),
        Decision = Decision,
    };

    private static SetMemberFlagInput Flag(Member member, MembershipFlag flag) => new()
    {
        MemberId = member.Id,
        ExpectedVersion = 1,
        Flag = flag,
        From = new DateOnly(2024, 5, 20),
        Decision = Decision,
    };

    private Task<Result<Member>> ChangeAsync(ChangeMemberStatusInput input) =>
        province.ActAsync<MemberStatusChange, Member>(change => change.RunDirectlyAsync(input, CancellationToken.None));

    private Task<Result<Member>> SetAsync(SetMemberFlagInput input) =>
        province.ActAsync<MemberFlags, Member>(flags => flags.SetAsync(input, CancellationToken.None));

    private Task<Result<Member>> ClearAsync(ClearMemberFlagInput input) =>
        province.ActAsync<MemberFlags, Member>(flags => flags.ClearAsync(input, CancellationToken.None));
}
