using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Imports;
using Modular.Members.People;
using Modular.Members.Tests.Imports;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Members.Tests.Committees;

/// <summary>Committees come in from files: the Organizations module asks this one who the people of the file are.</summary>
public sealed class CommitteePostImportTests : IAsyncLifetime
{
    private const string Headers = "Mã TCĐ,Nhiệm kỳ,Nhiệm kỳ từ ngày,Số lượng cấp ủy viên,Số lượng ban thường vụ,Số lý lịch,Họ và tên,Chức vụ,Từ ngày";

    private const string Posts =
        """
        select coalesce(string_agg(format('%s %s %s %s %s', term.number, term.valid, post.post, post.basis, post.valid), e'\n' order by post.post_rank, post.member_id), '')
        from organizations.committee_post as post join organizations.committee_term as term on term.province_id = post.province_id and term.id = post.term_id
        where post.organization_id = $1
        """;

    private readonly SmallProvince province = new();
    private readonly List<Member> members = [];

    public async ValueTask InitializeAsync()
    {
        await province.InitializeAsync();
        for (var number = 1; number <= 3; number++)
            members.Add(await province.RegisterAsync(Newcomers.Official(province.FirstCell, number)));
        members.Add(await province.RegisterAsync(Newcomers.Official(province.WestCell, 4)));
        members.Add(await province.RegisterAsync(Newcomers.Probationary(province.FirstCell, 5)));
    }

    public ValueTask DisposeAsync() => province.DisposeAsync();

    [Fact]
    public async Task A_file_opens_terms_and_gives_posts_to_members_whom_it_names_by_any_of_their_numbers()
    {
        var batch = await ImportAsync(
            $"""
            36.01.001.001,2022-2025,01/11/2022,0,,000001 NĐ,,Bí thư,
            36.01.001.001,2022-2025,,,,36000002,{members[1].FullName.ToUpperInvariant()},Phó bí thư,15/01/2023
            36.01.001,2020-2025,2020-06-01,9,3,{members[0].CitizenId},,Bí thư đảng ủy,
            36.01.001,2020-2025,2020-06-01,9,3,000003ND,,Đảng ủy viên,
            """);

        Assert.Equal("", await province.VerdictsAsync(batch));
        Assert.Equal((ImportState.Applied, 4), (batch.State, batch.RowsApplied));
        Assert.Equal(
            """
            2022-2025 [2022-11-01,2025-05-01) SECRETARY ELECTED [2022-11-01,)
            2022-2025 [2022-11-01,2025-05-01) DEPUTY_SECRETARY ELECTED [2023-01-15,)
            """,
            await PostsAsync(province.FirstCell));
        Assert.Equal(
            """
            2020-2025 [2020-06-01,2025-06-01) SECRETARY ELECTED [2020-06-01,)
            2020-2025 [2020-06-01,2025-06-01) MEMBER ELECTED [2020-06-01,)
            """,
            await PostsAsync(province.EastCommune));
        Assert.Equal(
            ["members.member-registered", "members.member-assigned", "organizations.committee-post-assigned", "organizations.committee-post-assigned"],
            await province.EventsAsync(members[0].Id));
    }

    [Theory]
    [InlineData("36.99,2022-2025,01/11/2022,0,,000001ND,,Bí thư,", "2 organization_code Error ORGANIZATION_CODE_IS_UNKNOWN: No organization bears the code 36.99.")]
    [InlineData("36.01.001.001,2022-2025,,0,,000001ND,,Bí thư,", "2 term_from Error NEW_TERM_IS_INCOMPLETE: The register does not have the term \"2022-2025\": its first day and the size of the committee are needed (0 for a cell without a committee).")]
    [InlineData("36.01.001.001,2022-2025,01/11/2022,0,,000009ND,,Bí thư,", "2 member_number Error MEMBER_NUMBER_IS_UNKNOWN: No member bears the number 000009ND.")]
    [InlineData("36.01.001.001,2022-2025,01/11/2022,0,,000001ND,Lê Văn Tám,Bí thư,", "2 full_name Error NUMBER_IS_OF_SOMEBODY_ELSE: The number 000001ND is that of a member of another name.")]
    [InlineData("36.01.001.001,2022-2025,01/11/2022,0,,000004ND,,Bí thư,", "2 member_number Error MEMBER_BELONGS_ELSEWHERE: The member belongs neither to the organization nor to one below it.")]
    [InlineData("36.01.001.001,2023-2026,08/11/2023,0,,000005ND,,Bí thư,", "2 member_number Error POST_TAKES_AN_OFFICIAL_MEMBER: Only an official member can be elected or appointed to a committee.")]
    [InlineData("36.01.001.001,2022-2025,01/11/2022,0,,000001ND,,Chi ủy viên,", "2 post Error CELL_HAS_NO_COMMITTEE: The cell has no committee, so it has no post of committee member.")]
    [InlineData("36.01.001.001,2022-2025,01/11/2022,8,,000001ND,,Bí thư,", "2 committee_size Error CELL_COMMITTEE_IS_TOO_LARGE: A cell committee has at most 7 members; 8 were entered.")]
    [InlineData("36.01.001.001,2022-2025,01/11/2022,0,,000001ND,,Bí thư,01/10/2022", "2 held_from Error POST_IS_OUTSIDE_ITS_TERM: 2022-10-01 is outside of the term (from 2022-11-01 to 2025-04-30).")]
    [InlineData("36.01.001.001,2014,01/11/2014,0,,000001ND,,Bí thư,05/01/2016", "2 term_from Error EFFECTIVE_DATE_IS_BEFORE_EARLIER_CHANGE: ")]
    public async Task A_row_that_breaks_a_rule_is_not_taken_in(string row, string verdict)
    {
        var batch = await ImportAsync(row, ImportMode.GoodRowsOnly);

        Assert.Contains(verdict, await province.VerdictsAsync(batch), StringComparison.Ordinal);
        Assert.Equal((0, ""), (batch.RowsApplied, await PostsAsync(province.FirstCell)));
    }

    [Fact]
    public async Task A_cell_that_seems_too_small_for_its_committee_is_a_warning_and_a_second_secretary_an_error()
    {
        var batch = await ImportAsync(
            """
            36.01.001.001,2022-2025,01/11/2022,3,,000001ND,,Bí thư,
            36.01.001.001,2022-2025,01/11/2022,3,,000002ND,,Bí thư,
            36.01.001.001,2022-2025,01/11/2022,3,,000001ND,,Chi ủy viên,
            36.01.001.001,2022-2025,01/11/2022,5,,000003ND,,Chi ủy viên,
            36.01.001.001,2025-2027,01/05/2024,3,,000003ND,,Chi ủy viên,
            """,
            ImportMode.GoodRowsOnly);

        Assert.Equal(
            [
                "2 committee_size Warning CELL_IS_TOO_SMALL_FOR_A_COMMITTEE",
                "3 committee_size Warning CELL_IS_TOO_SMALL_FOR_A_COMMITTEE",
                "3 post Error POST_IS_TAKEN",
                "4 committee_size Warning CELL_IS_TOO_SMALL_FOR_A_COMMITTEE",
                "4 member_number Error MEMBER_ALREADY_HOLDS_A_POST",
                "5 term_number Error ROWS_SAY_DIFFERENT_THINGS_OF_THE_TERM",
                "6 term_number Error ORGANIZATION_HAS_ONE_TERM_IN_THE_FILE",
            ],
            (await province.VerdictsAsync(batch)).Split('\n').Select(verdict => verdict[..verdict.IndexOf(':', StringComparison.Ordinal)]).Order(StringComparer.Ordinal));
        Assert.Equal("2022-2025 [2022-11-01,2025-05-01) SECRETARY ELECTED [2022-11-01,)", await PostsAsync(province.FirstCell));
    }

    [Fact]
    public async Task A_second_file_fills_the_term_that_the_first_one_opened_and_keeps_its_rules()
    {
        await ImportAsync("36.01.001.001,2022-2025,01/11/2022,0,,000001ND,,Bí thư,");

        var batch = await ImportAsync(
            """
            36.01.001.001,2022-2025,,,,000002ND,,Phó bí thư,
            36.01.001.001,2022-2025,,,,000003ND,,Bí thư,
            """,
            ImportMode.GoodRowsOnly);
        var other = await ImportAsync("36.01.001.001,2024-2027,01/06/2024,0,,000003ND,,Bí thư,", ImportMode.GoodRowsOnly);

        Assert.Equal("3 post Error POST_IS_TAKEN: The post of secretary is taken (at most 1).", await province.VerdictsAsync(batch));
        Assert.Equal(
            "2 term_number Error ANOTHER_TERM_IS_NOT_OVER: The term \"2022-2025\" lasts until 01/05/2025; open the new term before the import.",
            await province.VerdictsAsync(other));
        Assert.Equal(
            """
            2022-2025 [2022-11-01,2025-05-01) SECRETARY ELECTED [2022-11-01,)
            2022-2025 [2022-11-01,2025-05-01) DEPUTY_SECRETARY ELECTED [2022-11-01,)
            """,
            await PostsAsync(province.FirstCell));
    }

    [Fact]
    public async Task A_batch_is_undone_with_the_terms_it_opened_unless_others_use_them()
    {
        var first = await ImportAsync("36.01.001.001,2022-2025,01/11/2022,0,,000001ND,,Bí thư,");
        var second = await ImportAsync("36.01.001.001,2022-2025,,,,000002ND,,Phó bí thư,");

        var refused = await UndoAsync(first);
        var undone = await UndoAsync(second);
        var undoneThen = await UndoAsync(first);

        Assert.False(refused.Succeeded);
        Assert.Equal((ImportState.Undone, ImportState.Undone), (undone.Value.State, undoneThen.Value.State));
        Assert.Equal("", await PostsAsync(province.FirstCell));
        Assert.Equal(0L, await province.Database.ScalarAsync<long>(TestProvinces.NamDinh, "select count(*) from organizations.committee_term"));
    }

    private Task<ImportBatch> ImportAsync(string rows, ImportMode mode = ImportMode.AllOrNothing) =>
        province.ImportAsync($"{Headers}\n{rows}\n", mode, access: null, format: "committee-posts");

    private async Task<Kernel.Results.Result<ImportBatch>> UndoAsync(ImportBatch batch)
    {
        await using var scope = province.Database.Enter(TestProvinces.NamDinh, new SystemAccess("import"));
        return await scope.Get<ImportUndo>().RunAsync(batch.Id, reason: null, CancellationToken.None);
    }

    private Task<string> PostsAsync(Guid organization) => province.Database.ScalarAsync<string>(TestProvinces.NamDinh, Posts, organization);
}
