using Modular.Kernel.Postgres.WorkItems;
using Modular.Organizations.Committees;
using Modular.Organizations.Contracts;
using Modular.Organizations.Decisions;
using Modular.Organizations.Ending;
using Modular.Organizations.Register;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Organizations.Tests.WorkItems;

/// <summary>What is due about committees, on 15 June 2024.</summary>
public sealed class CommitteeWorkTests : IAsyncLifetime
{
    private const string TermEnds = "organizations.committee-term-ends";
    private const string Vacant = "organizations.secretary-vacant";
    private Province province = null!;

    public async ValueTask InitializeAsync() => province = await Province.CreateAsync();

    public ValueTask DisposeAsync() => province.DisposeAsync();

    [Fact]
    public async Task A_term_comes_up_half_a_year_before_its_last_day_and_is_done_when_the_next_one_opens()
    {
        await OpenAsync(province.EastCommune, "2019-2024", new(2019, 11, 20));
        await OpenAsync(province.WestCommune, "2020-2025", new(2020, 1, 10));
        Assert.Equal<string>(["OPEN since 2024-11-19 due 2024-11-19"], await ItemsAsync(TermEnds, province.EastCommune));
        Assert.Empty(await ItemsAsync(TermEnds, province.WestCommune));

        await OpenAsync(province.EastCommune, "2024-2029", new(2024, 6, 1));

        Assert.Equal<string>(["DONE since 2024-11-19 due 2024-11-19"], await ItemsAsync(TermEnds, province.EastCommune));
    }

    [Fact]
    public async Task A_term_that_is_over_stays_overdue_until_there_is_another()
    {
        await OpenAsync(province.Cell, "2020-2022", new(2020, 3, 2));

        await SweepAsync();

        Assert.Equal<string>(["OPEN since 2022-09-01 due 2022-09-01"], await ItemsAsync(TermEnds, province.Cell));
    }

    [Fact]
    public async Task A_vacant_post_of_secretary_counts_from_the_day_on_which_the_last_one_left()
    {
        var term = await OpenAsync(province.EastCommune, "2019-2024", new(2019, 11, 20));
        Assert.Equal<string>(["OPEN since 2019-11-20 due 2020-01-02"], await ItemsAsync(Vacant, province.EastCommune));

        var secretary = await AssignAsync(term, new(2019, 11, 20));
        Assert.Equal<string>(["DONE since 2019-11-20 due 2020-01-02"], await ItemsAsync(Vacant, province.EastCommune));

        // 30 working days: Saturday, 4 May 2024 was worked.
        await EndAsync(secretary, new(2024, 5, 2));
        Assert.Equal<string>(
            ["DONE since 2019-11-20 due 2020-01-02", "OPEN since 2024-05-02 due 2024-06-12"], await ItemsAsync(Vacant, province.EastCommune));
    }

    [Fact]
    public async Task A_new_term_without_a_secretary_supersedes_the_vacancy_of_the_old_one_and_keeps_who_was_to_fill_it()
    {
        await OpenAsync(province.EastCommune, "2019-2024", new(2019, 11, 20));
        await province.Database.ExecuteAsync(
            TestProvinces.NamDinh, "update kernel.work_items set assignee_id = gen_random_uuid(), assignee_name = 'board' where kind = $1", Vacant);

        await OpenAsync(province.EastCommune, "2024-2029", new(2024, 6, 3));

        Assert.Equal<string>(
            ["SUPERSEDED since 2019-11-20 due 2020-01-02", "OPEN since 2024-06-03 due 2024-07-15"], await ItemsAsync(Vacant, province.EastCommune));
        Assert.Equal<string>(
            ["board", "board"],
            await province.Database.ScalarAsync<string[]>(
                TestProvinces.NamDinh, "select array_agg(assignee_name) from kernel.work_items where kind = $1", Vacant));
    }

    [Fact]
    public async Task Nothing_is_due_any_more_about_an_organization_that_is_no_more()
    {
        await OpenAsync(province.Cell, "2020-2022", new(2020, 3, 2));
        var cell = await province.ReadAsync(province.Cell);

        var ended = await province.ActAsync<EndingAct, Organization>(ending => ending.RunAsync(
            new DissolveOrganizationInput
            {
                Id = cell.Id,
                ExpectedVersion = cell.Version,
                EffectiveOn = new(2024, 6, 10),
                Decision = Province.Decision(),
            },
            CancellationToken.None));

        Assert.Empty(ended.Found());
        Assert.Equal<string>(["CANCELLED since 2022-09-01 due 2022-09-01"], await ItemsAsync(TermEnds, province.Cell));
        Assert.StartsWith("CANCELLED", Assert.Single(await ItemsAsync(Vacant, province.Cell)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reminder_is_noted_once_and_the_next_one_lies_ahead()
    {
        await OpenAsync(province.EastCommune, "2019-2024", new(2019, 11, 20));
        await province.Database.ExecuteAsync(
            TestProvinces.NamDinh, "update kernel.work_items set next_reminder_on = '2024-06-14' where kind = $1", TermEnds);

        await SweepAsync();

        Assert.Equal(
            "2024-06-15 then 2024-08-21",
            await province.Database.ScalarAsync<string>(
                TestProvinces.NamDinh, "select reminded_on || ' then ' || next_reminder_on from kernel.work_items where kind = $1", TermEnds));
    }

    [Fact]
    public async Task An_elected_committee_awaits_approval_from_its_congress_until_the_superior_decides()
    {
        const string Awaited = "organizations.approval-awaited";
        var term = await OpenAsync(province.EastCommune, "2024-2029", new(2024, 5, 30), congressOn: new(2024, 5, 29));
        await OpenAsync(province.WestCommune, "2020-2025", new(2020, 1, 10));
        Assert.Equal<string>(["OPEN since 2024-05-29 due 2024-06-19"], await ItemsAsync(Awaited, province.EastCommune));
        Assert.Empty(await ItemsAsync(Awaited, province.WestCommune));

        var approved = await province.ActAsync<CommitteeApproval, CommitteeTerm>(approval => approval.RunAsync(
            new ApproveCommitteeInput
            {
                TermId = term.Id,
                ExpectedVersion = 1,
                Decision = new DecisionInput { Number = "15-QĐ/HU", DecidedOn = new(2024, 6, 7), Authority = "Ban Thường vụ Huyện ủy" },
            },
            CancellationToken.None));

        Assert.Empty(approved.Found());
        Assert.Equal<string>(["DONE since 2024-05-29 due 2024-06-19"], await ItemsAsync(Awaited, province.EastCommune));
    }

    private async Task<CommitteeTerm> OpenAsync(Guid organization, string number, DateOnly from, DateOnly? congressOn = null)
    {
        var opened = await province.ActAsync<TermOpening, CommitteeTerm>(opening => opening.RunAsync(
            new OpenCommitteeTermInput
            {
                OrganizationId = organization,
                Number = number,
                EffectiveOn = from,
                CongressOn = congressOn,
                CommitteeSize = organization == province.Cell ? 0 : 5,
            },
            CancellationToken.None));
        Assert.Empty(opened.Found());
        return opened.Value;
    }

    private async Task<CommitteePost> AssignAsync(CommitteeTerm term, DateOnly from)
    {
        var assigned = await province.ActAsync<PostAssignment, CommitteePost>(assignment => assignment.RunAsync(
            new AssignPostInput
            {
                TermId = term.Id,
                MemberId = Guid.NewGuid(),
                Post = CommitteePostKind.Secretary,
                Basis = PostBasis.Elected,
                EffectiveOn = from,
            },
            CancellationToken.None));
        Assert.Empty(assigned.Found());
        return assigned.Value;
    }

    private async Task EndAsync(CommitteePost post, DateOnly on)
    {
        var ended = await province.ActAsync<PostEnding, CommitteePost>(ending => ending.RunAsync(
            new EndPostInput { Id = post.Id, ExpectedVersion = 1, EffectiveOn = on, Reason = PostEndReason.Retired }, CancellationToken.None));
        Assert.Empty(ended.Found());
    }

    private Task<string[]> ItemsAsync(string kind, Guid organization) => province.Database.ScalarAsync<string[]>(
        TestProvinces.NamDinh,
        """
        select coalesce(array_agg(format('%s since %s due %s', state, base_on, due_on) order by id), '{}')
        from kernel.work_items where kind = $1 and organization_id = $2
        """,
        kind,
        organization);

    private async Task SweepAsync()
    {
        await using var scope = province.Database.Enter();
        await scope.Get<WorkItemSweep>().RunAsync(TimeSpan.Zero, CancellationToken.None);
    }
}
