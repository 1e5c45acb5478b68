using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Editing;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Members.Tests.Editing;

public sealed class MembersEditingTests(SmallProvince province) : IClassFixture<SmallProvince>
{
    private static readonly MemberDecisionInput Document = new() { Number = "18-CV/HU", DecidedOn = new DateOnly(2024, 4, 1) };

    [Fact]
    public async Task Thirty_members_are_changed_at_once_each_with_history_event_and_version()
    {
        var members = await RegisterAsync(30);

        var edited = await EditAsync([.. members.Select((member, index) => Change(member) with { Phone = $"09123456{index:00}", Occupation = "Nông dân" })]);

        Assert.Equal([], edited.Problems);
        Assert.Equal(members.Select(member => member.Id), edited.Value.Select(member => member.Id));
        var ids = members.Select(member => member.Id).ToArray();
        Assert.Equal(
            Enumerable.Range(0, 30).Select(index => $"09123456{index:00} Nông dân v2 [\"occupation\", \"phone\"] 1 event"),
            await province.Database.ScalarAsync<string[]>(
                TestProvinces.NamDinh,
                """
                select array_agg(format('%s %s v%s %s %s event', phone, occupation, version,
                    (select jsonb_agg(field order by field) from kernel.edits, jsonb_object_keys(changes) as field where entity_id = member.id and action = 'CHANGED'),
                    (select count(*) from kernel.outbox where event_name = 'members.member-personal-data-changed' and payload ->> 'memberId' = member.id::text))
                    order by phone)
                from members.member as member where id = any($1)
                """,
                ids));
    }

    [Fact]
    public async Task When_something_stands_against_some_nobody_is_changed_and_each_error_names_its_place()
    {
        var members = await RegisterAsync(3);
        var stranger = Guid.CreateVersion7();

        var stale = await EditAsync([Change(members[0]) with { Phone = "0912345678" }, Change(members[1]) with { ExpectedVersion = 4 }, new() { MemberId = stranger, ExpectedVersion = 1 }]);
        var malformed = await EditAsync([Change(members[0]) with { Phone = "0912345678" }, Change(members[1]) with { Phone = "12" }, Change(members[2]) with { CitizenId = members[0].CitizenId }]);

        Assert.Equal(
            [new StaleVersion(4, 1) { Field = "input.members.1.expectedVersion" }, new NotFound("Member") { Field = "input.members.2.memberId" }],
            stale.Problems);
        Assert.Equal(
            ["INVALID_INPUT input.members.1.phone", "CORRECTION_NEEDS_REASON_AND_DOCUMENT input.document", "CITIZEN_ID_IS_TAKEN input.members.2.citizenId"],
            malformed.Problems.Select(problem => $"{problem.Code} {problem.Field}"));
        Assert.Equal((members[0].Phone, 1), await StandAsync(members[0]));
    }

    [Fact]
    public async Task A_list_names_each_member_once_and_somebody()
    {
        var member = Assert.Single(await RegisterAsync(1));

        var twice = await EditAsync([Change(member), Change(member)]);
        var empty = await EditAsync([]);

        Assert.Equal("INVALID_INPUT input.members.1.memberId", Assert.Single(twice.Problems.Select(problem => $"{problem.Code} {problem.Field}")));
        Assert.Equal("INVALID_INPUT input.members", Assert.Single(empty.Problems.Select(problem => $"{problem.Code} {problem.Field}")));
    }

    [Fact]
    public async Task The_permission_must_cover_the_cell_of_every_member()
    {
        var near = await province.RegisterAsync(province.NewOfficialMember());
        var far = await province.RegisterAsync(province.NewOfficialMember() with { OrganizationId = province.WestCell });
        var clerk = new TestAccess().Everywhere(MembersPermissions.Read).At(MembersPermissions.Edit, province.FirstCell);

        var refused = await province.ActAsync<MemberEditing, List<Member>>(
            clerk, editing => editing.RunAsync(new UpdateMembersInput { Members = [Change(near), Change(far)] }, CancellationToken.None));
        var allowed = await province.ActAsync<MemberEditing, List<Member>>(
            clerk, editing => editing.RunAsync(new UpdateMembersInput { Members = [Change(near)] }, CancellationToken.None));

        Assert.Equal([new MemberIsOutOfYourReach { Field = "input.members.1.memberId" }], refused.Problems);
        Assert.Equal([], allowed.Problems);
    }

    [Fact]
    public async Task Corrections_of_several_members_take_one_reason_and_document()
    {
        var members = await RegisterAsync(2);
        MemberChangeInput[] changes = [.. members.Select(member => Change(member) with { Sex = Sex.Male })];

        var bare = await EditAsync(changes);
        var documented = await province.ActAsync<MemberEditing, List<Member>>(editing => editing.RunAsync(
            new UpdateMembersInput { Members = changes, Reason = "Nhập sai", Document = Document }, CancellationToken.None));

        Assert.Equal([typeof(CorrectionNeedsReasonAndDocument), typeof(CorrectionNeedsReasonAndDocument)], bare.Problems.Select(problem => problem.GetType()));
        Assert.Equal([], documented.Problems);
        Assert.Equal(2, await province.Database.ScalarAsync<long>(
            TestProvinces.NamDinh,
            "select count(*) from kernel.edits where entity_id = any($1) and reason = 'Nhập sai' and document = '18-CV/HU (2024-04-01)'",
            members.Select(member => member.Id).ToArray()));
    }

    private static MemberChangeInput Change(Member member) => new() { MemberId = member.Id, ExpectedVersion = member.Version };

    private async Task<List<Member>> RegisterAsync(int count)
    {
        var members = new List<Member>();
        for (var number = 0; number < count; number++)
            members.Add(await province.RegisterAsync(province.NewOfficialMember()));
        return members;
    }

    private async Task<(string? Phone, int Version)> StandAsync(Member member)
    {
        var stored = await province.ReadAsync(member.Id);
        return (stored.Phone, stored.Version);
    }

    private Task<Result<List<Member>>> EditAsync(MemberChangeInput[] changes) =>
        province.ActAsync<MemberEditing, List<Member>>(editing => editing.RunAsync(new UpdateMembersInput { Members = changes }, CancellationToken.None));
}
