using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Results;
using Modular.Organizations.Committees;
using Modular.Organizations.Contracts;
using Modular.Organizations.Decisions;
using Modular.Organizations.Ending;
using Modular.Organizations.Meetings;
using Modular.Organizations.Register;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Organizations.Tests.Meetings;

/// <summary>Meetings of cells and committees (ORG-15), on 15 June 2024.</summary>
public sealed class MeetingTests : IAsyncLifetime
{
    private readonly CountedMembers members = new();
    private Province province = null!;

    public async ValueTask InitializeAsync() => province = await Province.CreateAsync(
        new(2024, 6, 15), services => services.AddSingleton<IOrganizationMembership>(members));

    public ValueTask DisposeAsync() => province.DisposeAsync();

    [Fact]
    public async Task Meetings_of_many_are_recorded_at_once_and_told_as_they_are_and_as_figures()
    {
        var second = await province.FoundAsync(province.EastCommune, OrganizationKinds.Cell, "Chi bộ xóm 2", "36.01.001.002", on: new(2024, 4, 10));
        var recorded = await RecordAsync(
            OfCell(new(2024, 4, 3)),
            OfCell(new(2024, 5, 3)) with { Expected = 20, Present = 17, Reference = " 05-NQ/CB ", Topic = "Học tập  Nghị quyết" },
            OfCell(new(2024, 5, 20)) with { Kind = PartyMeetingKind.Thematic, Topic = "Chuyển đổi số" },
            OfCell(new(2024, 5, 4)) with { OrganizationId = second },
            OfCell(new(2024, 5, 6)) with { OrganizationId = province.EastCommune, Body = MeetingBody.Committee, Expected = 15, Present = 15 },
            OfCell(new(2024, 5, 7)) with { OrganizationId = province.Root, Body = MeetingBody.Committee, Expected = 50, Present = 48 });

        Assert.Empty(recorded.Found());
        var data = await province.AskAsync(
            """
            query ($commune: ID!, $cell: ID!, $root: ID!) {
              organization(id: $commune) { meetingFigures(from: "2024-04-30", to: "2024-06-01") { body owed held heldPercent meetings thematic expected present attendancePercent } }
              cell: organization(id: $cell) { meetings(first: 1) { totalCount nodes { heldOn month kind body expected present attendancePercent isByPartyGroups topic reference organization { code } } } }
              backwards: organization(id: $root) { meetingFigures(from: "2024-05-01", to: "2024-03-01") { owed } }
              root: organization(id: $root) { meetings(includeSubtree: true) { totalCount } meetingFigures(from: "2024-05-01", to: "2024-05-01") { body owed held meetings } }
              organizationMeetings(where: {within: {id: $commune}, kind: {eq: REGULAR}, month: {eq: "2024-05-01"}}) { nodes { organization { code } } }
              organizations(where: {withoutMeetingIn: "2024-05-31"}) { nodes { code } }
              june: organizations(where: {withoutMeetingIn: "2024-06-15"}) { nodes { code } }
              april: organizations(where: {withoutMeetingIn: "2024-04-15", within: {id: $cell}}) { nodes { code } }
            }
            """,
            new
            {
                commune = Province.GlobalId("Organization", province.EastCommune),
                cell = Province.GlobalId("Organization", province.Cell),
                root = Province.GlobalId("Organization", province.Root),
            });
        // Of the second cell, founded within April, a meeting is asked for from May on.
        Assert.Equal(
            """
            {"organization":{"meetingFigures":[{"body":"MEMBERS","owed":5,"held":3,"heldPercent":"60.00","meetings":4,"thematic":1,"expected":80,"present":77,"attendancePercent":"96.25"},{"body":"COMMITTEE","owed":3,"held":1,"heldPercent":"33.33","meetings":1,"thematic":0,"expected":15,"present":15,"attendancePercent":"100.00"}]},"cell":{"meetings":{"totalCount":3,"nodes":[{"heldOn":"2024-05-20","month":"2024-05-01","kind":"THEMATIC","body":"MEMBERS","expected":20,"present":20,"attendancePercent":"100.00","isByPartyGroups":false,"topic":"Chuyển đổi số","reference":null,"organization":{"code":"36.01.001.001"}}]}},"backwards":{"meetingFigures":[]},"root":{"meetings":{"totalCount":6},"meetingFigures":[{"body":"MEMBERS","owed":2,"held":2,"meetings":3},{"body":"COMMITTEE","owed":2,"held":1,"meetings":2}]},"organizationMeetings":{"nodes":[{"organization":{"code":"36.01.001"}},{"organization":{"code":"36.01.001.002"}},{"organization":{"code":"36.01.001.001"}}]},"organizations":{"nodes":[{"code":"36.02.001"}]},"june":{"nodes":[{"code":"36.01.001.001"},{"code":"36.01.001.002"},{"code":"36.01.001"},{"code":"36.02.001"}]},"april":{"nodes":[]}}
            """,
            data.ToJsonString(new System.Text.Json.JsonSerializerOptions(Province.Readable) { WriteIndented = false }));
    }

    [Fact]
    public async Task What_cannot_have_been_so_is_refused_and_nothing_of_the_list_is_recorded()
    {
        Assert.Empty((await RecordAsync(OfCell(new(2024, 5, 3)), OfCell(new(2024, 5, 20)) with { Kind = PartyMeetingKind.Thematic })).Found());

        var form = await RecordAsync(OfCell(new(2024, 4, 3)) with { Expected = 0, Present = -1 }, OfCell(new(2024, 4, 4)) with { Expected = 10, Present = 11, Topic = new string('x', 301) });
        var rules = await RecordAsync(
            OfCell(new(2024, 4, 3)),
            OfCell(new(2024, 4, 30)),
            OfCell(new(2024, 5, 30)),
            OfCell(new(2024, 5, 20)) with { Kind = PartyMeetingKind.Thematic },
            OfCell(new(2024, 6, 16)),
            OfCell(new(2015, 3, 1)),
            OfCell(new(2024, 6, 3)) with { OrganizationId = province.EastCommune },
            OfCell(new(2024, 6, 3)) with { IsByPartyGroups = true },
            OfCell(new(2024, 6, 4)) with { Kind = PartyMeetingKind.Extraordinary, IsByPartyGroups = true });
        var nowhere = await RecordAsync(OfCell(new(2024, 4, 3)) with { OrganizationId = Guid.CreateVersion7() });

        Assert.Equal(
            ["NOBODY_WAS_TO_ATTEND at input.meetings.0.expected", "MORE_ATTENDED_THAN_WERE_TO_ATTEND at input.meetings.0.present", "INVALID_INPUT at input.meetings.1.topic", "MORE_ATTENDED_THAN_WERE_TO_ATTEND at input.meetings.1.present"],
            form.Found());
        Assert.Equal(
            [
                "REGULAR_MEETING_IS_RECORDED at input.meetings.1.heldOn", "REGULAR_MEETING_IS_RECORDED at input.meetings.2.heldOn", "MEETING_OF_THE_DAY_IS_RECORDED at input.meetings.3.heldOn",
                "MEETING_IS_IN_THE_FUTURE at input.meetings.4.heldOn", "ORGANIZATION_DID_NOT_EXIST_THEN at input.meetings.5.heldOn", "KIND_DOES_NOT_MEET_SO at input.meetings.6.body",
                "CELL_DOES_NOT_MEET_BY_GROUPS at input.meetings.7.isByPartyGroups", "ONLY_REGULAR_MEETINGS_OF_CELLS_ARE_HELD_BY_GROUPS at input.meetings.8.isByPartyGroups",
            ],
            rules.Found());
        Assert.Equal(["NOT_FOUND at input.meetings.0.organizationId"], nowhere.Found());
        Assert.Equal(["INVALID_INPUT at input.meetings"], (await RecordAsync()).Found());
        Assert.All(rules.Problems, problem => Assert.Equal("ORG-15", problem.Rule?.Id));
        Assert.Equal(2, await province.ReadAsync(db => db.Meetings.CountAsync()));
    }

    [Fact]
    public async Task A_large_cell_with_groups_meets_by_groups_three_times_a_year()
    {
        await province.FoundAsync(province.Cell, OrganizationKinds.PartyGroup, "Tổ đảng số 1", "36.01.001.001.01");
        members.Counts[province.Cell] = 49;
        Assert.Equal(["CELL_DOES_NOT_MEET_BY_GROUPS at input.meetings.0.isByPartyGroups"], (await RecordAsync(ByGroups(1))).Found());

        members.Counts[province.Cell] = 50;
        var recorded = await RecordAsync(ByGroups(1), ByGroups(2), ByGroups(3));
        var fourth = await RecordAsync(ByGroups(4));
        var inOneGo = await RecordAsync([.. Enumerable.Range(1, 4).Select(month => ByGroups(month) with { HeldOn = new(2023, month, 3) })]);
        var corrected = await CorrectAsync(recorded.Value[1], new(2024, 2, 4), isByPartyGroups: false);
        var afterwards = await RecordAsync(ByGroups(4));

        Assert.Empty(recorded.Found());
        Assert.Equal(["PARTY_GROUPS_MET_OFTEN_ENOUGH at input.meetings.0.isByPartyGroups"], fourth.Found());
        Assert.Equal(["PARTY_GROUPS_MET_OFTEN_ENOUGH at input.meetings.3.isByPartyGroups"], inOneGo.Found());
        Assert.Empty(corrected.Found());
        Assert.Empty(afterwards.Found());
        Assert.Equal(
            [1, null, 3, 2],
            await province.ReadAsync(db => db.Meetings.OrderBy(meeting => meeting.HeldOn).Select(meeting => (int?)meeting.GroupMeeting).ToListAsync()));
    }

    [Fact]
    public async Task A_meeting_is_corrected_and_removed_by_whoever_read_it_last_and_its_history_says_why()
    {
        var april = (await RecordAsync(OfCell(new(2024, 4, 3)), OfCell(new(2024, 5, 3)))).Value[0];

        var taken = await CorrectAsync(april, new(2024, 5, 4));
        var corrected = await CorrectAsync(april, new(2024, 4, 5));
        var stale = await CorrectAsync(april, new(2024, 4, 6));
        var staleRemoval = await RemoveAsync(april.Id, 1);
        var withoutReason = await RemoveAsync(april.Id, 2, reason: " ");
        var removed = await RemoveAsync(april.Id, 2);
        var again = await RemoveAsync(april.Id, 2);

        taken.Refused(new RegularMeetingIsRecorded(new(2024, 5, 1)) { Field = "input.heldOn" });
        Assert.Equal(new DateOnly(2024, 4, 5), corrected.Value.HeldOn);
        stale.Refused(new StaleVersion(1, 2));
        staleRemoval.Refused(new StaleVersion(1, 2));
        Assert.Equal(["INVALID_INPUT at input.reason"], withoutReason.Found());
        Assert.Equal(province.Cell, removed.Value.Id);
        Assert.Equal(["NOT_FOUND at input.id"], again.Found());
        Assert.Equal<string>(
            ["CHANGED Ghi nhầm ngày", "CREATED ", "DELETED Ghi nhầm chi bộ"],
            await province.Database.ScalarAsync<string[]>(
                TestProvinces.NamDinh, "select array_agg(action || ' ' || coalesce(reason, '') order by action) from kernel.edits where entity = 'Meeting' and entity_id = $1", april.Id));
        Assert.Equal<string>(
            ["organizations.meeting-recorded", "organizations.meeting-recorded", "organizations.meeting-recorded", "organizations.meeting-removed"],
            await province.Database.ScalarAsync<string[]>(
                TestProvinces.NamDinh, "select array_agg(event_name order by event_name) from kernel.outbox where event_name like 'organizations.meeting-%'"));
    }

    [Fact]
    public async Task Two_officers_who_record_the_same_month_at_once_record_it_once_and_nobody_ends_what_met_later()
    {
        var both = await Task.WhenAll(RecordAsync(OfCell(new(2024, 5, 3))), RecordAsync(OfCell(new(2024, 5, 4))));
        var cell = await province.ReadAsync(province.Cell);
        var ended = await province.ActAsync<EndingAct, Organization>(ending => ending.RunAsync(
            new DissolveOrganizationInput
            {
                Id = cell.Id,
                ExpectedVersion = cell.Version,
                EffectiveOn = new(2024, 5, 2),
                Decision = Province.Decision(),
                Manner = EndingManner.EndOfActivity,
            },
            CancellationToken.None));

        var refused = Assert.Single(both, result => !result.Succeeded);
        Assert.Contains(Assert.Single(refused.Problems).Code, new[] { "REGULAR_MEETING_IS_RECORDED", "MEETING_WAS_RECORDED_MEANWHILE" });
        Assert.IsType<EffectiveDateIsBeforeEarlierChange>(Assert.Single(ended.Problems));
    }

    [Fact]
    public async Task Meetings_are_seen_and_recorded_where_the_grant_reaches_and_the_lists_of_those_without_tell_of_no_others()
    {
        await province.FoundAsync(province.WestCommune, OrganizationKinds.Cell, "Chi bộ thôn Tây", "36.02.001.001");
        Assert.Empty((await RecordAsync(OfCell(new(2024, 5, 3)))).Found());
        var east = (await province.PlaceAsync(province.East, new(2024, 6, 15)))!.Path;
        var west = (await province.PlaceAsync(province.West, new(2024, 6, 15)))!.Path;
        const string Question =
            """
            { organizationMeetings { totalCount } organizations(where: {withoutMeetingIn: "2024-05-01"}) { nodes { code } }
              others: organizations(where: {not: {withoutMeetingIn: "2024-05-01"}, kind: {eq: "CELL"}}) { nodes { code } } }
            """;
        TestAccess Reader(string path) => new TestAccess().Everywhere(OrganizationsPermissions.Read)
            .Below(OrganizationsPermissions.ReadMeetings, path).Below(OrganizationsPermissions.RecordMeetings, path);

        var seenEast = await province.AskAsync(Reader(east), Question);
        var seenWest = await province.AskAsync(Reader(west), Question);
        var withoutRight = await province.AskAsync(new TestAccess().Everywhere(OrganizationsPermissions.Read), """{ organizations(where: {withoutMeetingIn: "2024-05-01"}) { nodes { code } } }""");
        var outOfReach = await province.ActAsync<MeetingRecording, List<Meeting>>(
            Reader(west), recording => recording.RunAsync(new RecordMeetingsInput { Meetings = [OfCell(new(2024, 6, 3))] }, CancellationToken.None));

        Assert.Equal(
            """{"organizationMeetings":{"totalCount":1},"organizations":{"nodes":[{"code":"36.01.001"}]},"others":{"nodes":[{"code":"36.02.001.001"},{"code":"36.01.001.001"}]}}""",
            seenEast["data"]!.ToJsonString());
        Assert.Equal(
            """{"organizationMeetings":{"totalCount":0},"organizations":{"nodes":[{"code":"36.02.001.001"},{"code":"36.02.001"}]},"others":{"nodes":[{"code":"36.01.001.001"}]}}""",
            seenWest["data"]!.ToJsonString());
        Assert.Equal("FORBIDDEN", (string?)withoutRight["errors"]![0]!["extensions"]!["code"]);
        Assert.Equal(["ORGANIZATION_IS_OUT_OF_YOUR_REACH at input.meetings.0.organizationId"], outOfReach.Found());
    }

    // Among the few rows of a test any index is as good as another to the planner, so that these are asked for by what they begin with.
    [Fact]
    public async Task What_figures_and_lists_of_meetings_look_up_has_an_index_that_begins_with_it()
    {
        const string Definition = "select substring(pg_get_indexdef(('organizations.' || $1)::regclass) from 'USING .*$')";
        var told = new List<string>();
        foreach (var index in new[] { "meeting_is_recorded_once", "body_meets_regularly_once_a_month", "meeting_by_month", "meeting_by_day", "committee_term_of" })
            told.Add(await province.Database.ScalarAsync<string>(TestProvinces.NamDinh, Definition, index));

        Assert.Equal<string>(
            [
                "USING btree (province_id, organization_id, held_on, body, kind)",
                "USING btree (province_id, organization_id, month, body) WHERE (kind = 'REGULAR'::text)",
                "USING btree (province_id, month, organization_id)",
                "USING btree (province_id, held_on, id)",
                "USING btree (province_id, organization_id, valid_from)",
            ],
            told);
    }

    [Fact]
    public async Task Cells_with_a_committee_owe_meetings_of_both_and_committees_are_looked_up_cell_by_cell()
    {
        members.Counts[province.Cell] = 20;
        await province.ActAsync<TermOpening, CommitteeTerm>(opening => opening.RunAsync(
            new OpenCommitteeTermInput { OrganizationId = province.Cell, Number = "2024-2026", EffectiveOn = new(2024, 4, 10), CommitteeSize = 3 }, CancellationToken.None));
        Assert.Empty((await RecordAsync(
            OfCell(new(2024, 3, 3)) with { Body = MeetingBody.Committee, Kind = PartyMeetingKind.Extraordinary },
            OfCell(new(2024, 4, 12)) with { Body = MeetingBody.Committee, Expected = 3, Present = 3 })).Found());

        var data = await province.AskAsync(
            """query ($cell: ID!) { organization(id: $cell) { meetingFigures(from: "2024-03-01", to: "2024-05-01") { body owed held meetings present } } }""",
            new { cell = Province.GlobalId("Organization", province.Cell) });

        // The committee stands at the end of April and of May.
        Assert.Equal(
            """{"organization":{"meetingFigures":[{"body":"MEMBERS","owed":3,"held":0,"meetings":0,"present":0},{"body":"COMMITTEE","owed":2,"held":1,"meetings":2,"present":23}]}}""",
            data.ToJsonString());
    }

    private MeetingInput OfCell(DateOnly heldOn) => new()
    {
        OrganizationId = province.Cell,
        Body = MeetingBody.Members,
        Kind = PartyMeetingKind.Regular,
        HeldOn = heldOn,
        Expected = 20,
        Present = 20,
    };

    private MeetingInput ByGroups(int month) => OfCell(new(2024, month, 3)) with { IsByPartyGroups = true };

    private Task<Result<List<Meeting>>> RecordAsync(params MeetingInput[] meetings) =>
        province.ActAsync<MeetingRecording, List<Meeting>>(recording => recording.RunAsync(new RecordMeetingsInput { Meetings = meetings }, CancellationToken.None));

    private Task<Result<Meeting>> CorrectAsync(Meeting meeting, DateOnly heldOn, bool isByPartyGroups = false) =>
        province.ActAsync<MeetingCorrection, Meeting>(correction => correction.CorrectAsync(
            new CorrectMeetingInput
            {
                Id = meeting.Id,
                ExpectedVersion = 1,
                Kind = meeting.Kind,
                HeldOn = heldOn,
                Expected = meeting.Expected,
                Present = meeting.Present,
                IsByPartyGroups = isByPartyGroups,
                Reason = "Ghi nhầm ngày",
            },
            CancellationToken.None));

    private Task<Result<Organization>> RemoveAsync(Guid id, int expectedVersion, string reason = "Ghi nhầm chi bộ") =>
        province.ActAsync<MeetingCorrection, Organization>(correction => correction.RemoveAsync(
            new RemoveMeetingInput { Id = id, ExpectedVersion = expectedVersion, Reason = reason }, CancellationToken.None));

    /// <summary>The module that keeps members, as far as this one asks it.</summary>
    private sealed class CountedMembers : IOrganizationMembership
    {
        public Dictionary<Guid, int> Counts { get; } = [];

        public Task<IReadOnlyDictionary<Guid, int>> CountMembersAsync(IReadOnlyCollection<Guid> organizationIds, DateOnly day, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<Guid, int>>(Counts);

        public Task<IReadOnlyDictionary<Guid, int>> CountOfficialMembersAsync(
            IReadOnlyCollection<Guid> organizationIds, DateOnly day, CancellationToken cancellationToken) => CountMembersAsync(organizationIds, day, cancellationToken);

        public Task<IReadOnlyDictionary<MemberOnDay, MemberStanding>> FindStandingAsync(
            IReadOnlyCollection<MemberOnDay> asked, CancellationToken cancellationToken) => throw NotAsked();

        public Task<IReadOnlyDictionary<string, NumberedMember>> FindByNumberAsync(
            IReadOnlyCollection<string> numbers, CancellationToken cancellationToken) => throw NotAsked();

        private static NotSupportedException NotAsked() => new("Meetings count members and ask nothing else.");
    }
}
