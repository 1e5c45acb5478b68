using Modular.Kernel.Access;
using Modular.Kernel.Results;
using Modular.Members.ChangeRequests;
using Modular.Members.Contracts;
using Modular.Members.Editing;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Members.Proposals;
using Modular.Members.Records;
using Modular.Members.Tests.WorkItems;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Members.Tests.ChangeRequests;

public sealed class RecordChangeRequestTests(SmallProvince province) : IClassFixture<SmallProvince>
{
    [Fact]
    public async Task A_request_waits_as_work_until_somebody_approves_and_is_written_with_its_correction()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var request = await RequestAsync(member, new ProposedChangesInput
        {
            Person = new PersonChangesInput { FullName = "Trần Thị Đính Chính", Email = "chinh@tinh.vn" },
            Record = new RecordChangesInput { Particulars = new RecordParticularsInput { ForeignLanguages = "Tiếng Anh B2" } },
        });
        Assert.Equal([], request.Problems);
        Assert.Equal(["OPEN since 2024-06-15 due 2024-06-25"], await Work.ItemsAsync(province.Database, "members.record-change-to-decide", member.Id));

        var undocumented = await DecideAsync(request.Value, isApproved: true);
        var unauthorized = await DecideAsync(
            request.Value, isApproved: true, access: new TestAccess().Everywhere(MembersPermissions.Read).Everywhere(MembersPermissions.KeepRecords));
        var approved = await DecideAsync(request.Value, isApproved: true, "Theo trích lục khai sinh.", new MemberDecisionInput { Number = "12-TL", DecidedOn = new DateOnly(2024, 6, 3) });
        var twice = await DecideAsync(approved.Value, isApproved: false, "Không.");

        Assert.Equal(["CorrectionNeedsReasonAndDocument input.id"], Told(undocumented));
        Assert.Equal(["CorrectionTakesAnotherPermission input.id"], Told(unauthorized));
        Assert.Equal([], Told(approved));
        Assert.Equal(["ProposalIsDecided input.id"], Told(twice));
        var changed = await province.ReadAsync(member.Id);
        Assert.Equal(("Trần Thị Đính Chính", "chinh@tinh.vn", member.Version + 1), (changed.FullName, changed.Email, changed.Version));
        Assert.Equal(["DONE since 2024-06-15 due 2024-06-25"], await Work.ItemsAsync(province.Database, "members.record-change-to-decide", member.Id));
        Assert.Equal(
            "Theo trích lục khai sinh.|12-TL (2024-06-03)|Trần Thị Đính Chính",
            await province.Database.ScalarAsync<string>(
                TestProvinces.NamDinh,
                """
                select reason || '|' || document || '|' || (changes -> 'fullName' ->> 'after') from kernel.edits
                where subject_id = $1 and entity = 'Member' and changes ? 'fullName' and action = 'CHANGED'
                """,
                member.Id));
    }

    [Fact]
    public async Task A_refusal_takes_a_ground_that_the_member_sees_and_changes_nothing()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var request = (await RequestAsync(member, Phone("0987654321"))).Value;

        Assert.Equal(["ReturningNeedsAGround input.ground"], Told(await DecideAsync(request, isApproved: false)));
        var refused = await DecideAsync(request, isApproved: false, "Số này của người khác.");

        Assert.Equal((ProposalState.Returned, "Số này của người khác."), (refused.Value.State, refused.Value.Ground));
        Assert.Equal((member.Phone, member.Version), ((await province.ReadAsync(member.Id)).Phone, (await province.ReadAsync(member.Id)).Version));
    }

    [Fact]
    public async Task A_request_that_cannot_be_made_or_changes_nothing_is_refused_at_once()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var nobody = await province.ActAsync<ChangeRequesting, RecordChangeRequest>(act => act.RequestAsync(
            new RequestRecordChangeInput { ExpectedVersion = 1, Changes = Phone("0987654321"), Reason = "Đổi số." }, CancellationToken.None));

        Assert.Equal(["AccountIsOfNoMember "], Told(nobody));
        Assert.Equal(["NothingWouldChange input.changes"], Told(await RequestAsync(member, Phone("0912 345 678"))));
        Assert.Equal(["InvalidInput input.changes.person.phone"], Told(await RequestAsync(member, Phone("12"))));
        Assert.Equal(
            ["DateLiesInTheFuture input.changes.person.birthDate"],
            Told(await RequestAsync(member, new ProposedChangesInput { Person = new PersonChangesInput { BirthDate = new DateOnly(2030, 1, 1) } })));
    }

    [Fact]
    public async Task A_member_withdraws_their_own_request_and_nobody_elses_and_decides_on_none_of_theirs()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var other = await province.RegisterAsync(province.NewOfficialMember());
        var request = (await RequestAsync(member, Phone("0987654322"))).Value;
        var officer = new TestAccess { MemberId = member.Id }.Everywhere(MembersPermissions.Read).Everywhere(MembersPermissions.KeepRecords);

        Assert.Equal(["NobodyActsOnTheirOwnCase input.id"], Told(await DecideAsync(request, isApproved: true, access: officer)));
        Assert.Equal(["NotFound input.id"], Told(await WithdrawAsync(request, other)));
        Assert.Equal(ProposalState.Withdrawn, (await WithdrawAsync(request, member)).Value.State);
    }

    private static ProposedChangesInput Phone(string number) => new() { Person = new PersonChangesInput { Phone = number } };

    private static string[] Told<T>(Result<T> result) => [.. result.Problems.Select(problem => $"{problem.GetType().Name} {problem.Field}")];

    private static TestAccess Own(Member member) => new TestAccess { MemberId = member.Id }.OnSelf(MembersPermissions.Read, member.Id);

    private Task<Result<RecordChangeRequest>> RequestAsync(Member member, ProposedChangesInput changes) =>
        province.ActAsync<ChangeRequesting, RecordChangeRequest>(Own(member), act => act.RequestAsync(
            new RequestRecordChangeInput { ExpectedVersion = member.Version, Changes = changes, Reason = "Theo giấy tờ mới." }, CancellationToken.None));

    private Task<Result<RecordChangeRequest>> WithdrawAsync(RecordChangeRequest request, Member member) =>
        province.ActAsync<ChangeRequesting, RecordChangeRequest>(Own(member), act => act.WithdrawAsync(
            new WithdrawRecordChangeInput { Id = request.Id, ExpectedVersion = request.Version }, CancellationToken.None));

    private Task<Result<RecordChangeRequest>> DecideAsync(
        RecordChangeRequest request, bool isApproved, string? ground = null, MemberDecisionInput? document = null, ICurrentAccess? access = null) =>
        province.ActAsync<ChangeDeciding, RecordChangeRequest>(access ?? new SystemAccess("test"), act => act.RunAsync(
            new DecideRecordChangeInput { Id = request.Id, ExpectedVersion = request.Version, IsApproved = isApproved, Ground = ground, Document = document },
            CancellationToken.None));
}
