using Modular.Kernel.Postgres.WorkItems;
using Modular.Organizations.Contracts;
using Modular.Organizations.Meetings;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Organizations.Tests.WorkItems;

/// <summary>What is due about monthly meetings, from 15 June 2024 on.</summary>
public sealed class MeetingWorkTests : IAsyncLifetime
{
    private Province province = null!;

    public async ValueTask InitializeAsync() => province = await Province.CreateAsync();

    public ValueTask DisposeAsync() => province.DisposeAsync();

    [Fact]
    public async Task A_missing_meeting_comes_up_at_the_end_of_the_month_where_the_province_keeps_meetings_and_is_done_when_it_is_recorded()
    {
        await SweepAsync();
        Assert.Empty(await ItemsAsync(province.Cell));

        await province.Database.ExecuteAsync(
            TestProvinces.NamDinh,
            """
            insert into kernel.policies (province_id, id, key, valid, value, instrument, recorded_at, recorded_by_name)
            values ($1, gen_random_uuid(), 'organizations.meetings', daterange('2020-01-01', null), '{"keptFrom": "2024-05-01"}', 'Test', now(), 'test')
            """,
            TestProvinces.NamDinh.Id.Value);
        await SweepAsync();
        Assert.Equal<string>(["OPEN since 2024-05-31 due 2024-06-07"], await ItemsAsync(province.Cell));
        Assert.Equal<string>(["OPEN since 2024-05-31 due 2024-06-07"], await ItemsAsync(province.EastCommune));
        Assert.Empty(await ItemsAsync(province.East));

        var recorded = await province.ActAsync<MeetingRecording, List<Meeting>>(recording => recording.RunAsync(
            new RecordMeetingsInput
            {
                Meetings =
                [
                    new MeetingInput { OrganizationId = province.Cell, Body = MeetingBody.Members, Kind = PartyMeetingKind.Regular, HeldOn = new(2024, 5, 3), Expected = 9, Present = 9 },
                    new MeetingInput { OrganizationId = province.EastCommune, Body = MeetingBody.Committee, Kind = PartyMeetingKind.Thematic, HeldOn = new(2024, 5, 3), Expected = 9, Present = 9 },
                ],
            },
            CancellationToken.None));
        Assert.Empty(recorded.Found());
        Assert.Equal<string>(["DONE since 2024-05-31 due 2024-06-07"], await ItemsAsync(province.Cell));
        Assert.Equal<string>(["OPEN since 2024-05-31 due 2024-06-07"], await ItemsAsync(province.EastCommune));

        // Three months later nobody makes up for May any more.
        province.Clock.Day = new(2024, 8, 1);
        await SweepAsync();
        Assert.Equal<string>(
            ["CANCELLED since 2024-05-31 due 2024-06-07", "OPEN since 2024-06-30 due 2024-07-05", "OPEN since 2024-07-31 due 2024-08-07"], await ItemsAsync(province.EastCommune));
    }

    private Task<string[]> ItemsAsync(Guid organization) => province.Database.ScalarAsync<string[]>(
        TestProvinces.NamDinh,
        """
        select coalesce(array_agg(format('%s since %s due %s', state, base_on, due_on) order by base_on), '{}')
        from kernel.work_items where kind = 'organizations.meeting-missing' and organization_id = $1
        """,
        organization);

    private async Task SweepAsync()
    {
        await using var scope = province.Database.Enter();
        await scope.Get<WorkItemSweep>().RunAsync(TimeSpan.Zero, CancellationToken.None);
    }
}
