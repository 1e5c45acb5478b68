using Modular.GraphQL.Sdl;
using Modular.Host.Schemas;
using Xunit;

namespace Modular.Host.Tests.Schemas;

/// <summary>What stands against serving a schema to the clients of the one that was released.</summary>
public sealed class SchemaReviewTests : IDisposable
{
    private const string Released =
        """
        type Query {
          kept: Int
          dropped: Int
          due: Int @deprecated(reason: "Use kept, until 2026-06-30.")
          early: Int @deprecated(reason: "Use kept, until 2026-12-31.")
          narrowed: Int @deprecated(reason: "Use kept, until 2026-06-30.")
          kind(old: Int @deprecated(reason: "Has no effect, until 2026-06-30.")): Kind
        }

        enum Kind { A B @deprecated(reason: "Use A, until 2026-06-30") }
        """;

    private const string Present =
        """
        type Query {
          kept: Int!
          narrowed: String
          kind: Kind
          added: Int
        }

        enum Kind { A C }
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("modular-schema-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void What_was_announced_and_is_due_may_go_and_everything_else_breaks() => Assert.Equal(
        [
            "Breaking FIELD_REMOVED Query.dropped: Field Query.dropped was removed.",
            "Breaking FIELD_REMOVED Query.early: Field Query.early was removed.",
            "Breaking FIELD_CHANGED_KIND Query.narrowed: Field Query.narrowed changed type from Int to String.",
        ],
        Breaks().Select(change => change.ToString()));

    [Fact]
    public void A_schema_that_is_gone_breaks_all_its_clients() => Assert.Equal(
        ["Breaking SCHEMA_REMOVED sets/members.graphql: The schema sets/members.graphql is not served any more."],
        Review().UnannouncedBreaks(new Dictionary<string, string> { ["sets/members.graphql"] = Released }, new Dictionary<string, string>())
            .Select(change => change.ToString()));

    [Fact]
    public void Accepted_breaks_are_no_problem_and_acceptances_of_nothing_are_one()
    {
        var accepted = Accept(
            """
            # A remark.

            FIELD_REMOVED Query.dropped Nobody asked for it in the last year.
              FIELD_CHANGED_KIND   Query.narrowed   The number was a code, which may begin with 0.
            FIELD_REMOVED Query.kept It is still there.
            FIELD_REMOVED Query.early
            """);

        Assert.Equal(
            [
                "breaking-changes.allow:6 needs a code, a coordinate and a reason.",
                "Breaking FIELD_REMOVED Query.early: Field Query.early was removed.",
                "breaking-changes.allow:5 accepts FIELD_REMOVED Query.kept, which is no breaking change since the last release.",
            ],
            SchemaReview.Problems(Breaks(), accepted));
    }

    [Fact]
    public void Without_a_file_and_in_a_new_one_nothing_is_accepted()
    {
        Assert.Equal(Accept(AcceptedBreaks.Empty).Entries, AcceptedBreaks.Read(Path.Combine(folder.FullName, "missing")).Entries);
        Assert.Empty(Accept(AcceptedBreaks.Empty).Problems);
    }

    [Theory]
    [InlineData("Use kept, until 2027-06-30", "2027-06-30")]
    [InlineData("Use kept, until 2027-06-30.", "2027-06-30")]
    [InlineData("It stays until nobody reads it, until 2027-06-30.", "2027-06-30")]
    [InlineData("Use kept.", null)]
    [InlineData("Use kept, until June.", null)]
    [InlineData("Use kept, until 2027-02-30.", null)]
    [InlineData("Until 2027-06-30 it stays.", null)]
    [InlineData("No longer supported", null)]
    public void The_last_day_stands_at_the_end_of_the_reason(string reason, string? day) =>
        Assert.Equal(day, SchemaDeprecations.LastDayIn(reason)?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Every_deprecation_without_a_date_is_named_by_its_coordinate()
    {
        const string Advice = " is deprecated without a date; end the reason with \"until\" and the last day, as in \"Use fullName, until 2027-06-30.\"";
        var schema = SdlReader.Read(
            """
            directive @audited(why: String @deprecated) on FIELD
            interface Named { name: String @deprecated }
            type Query implements Named { name: String @deprecated(reason: "until 2027-01-01") a(b: Int @deprecated, c: In): E }
            enum E { A @deprecated B }
            input In { d: Int @deprecated(reason: "Use e.") e: Int }
            """).Build();

        Assert.Equal(
            ["@audited(why:)", "E.A", "In.d", "Named.name", "Query.a(b:)"],
            SchemaReview.UndatedDeprecations(schema).Select(problem => problem.Replace(Advice, "", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    private static IReadOnlyList<SchemaChange> Breaks() => Review().UnannouncedBreaks(
        new Dictionary<string, string> { ["modular.graphql"] = Released, ["sets/members.graphql"] = Released },
        new Dictionary<string, string> { ["modular.graphql"] = Present, ["sets/members.graphql"] = Present, ["sets/new.graphql"] = Present });

    private static SchemaReview Review() => new(new DateOnly(2026, 7, 1));

    private AcceptedBreaks Accept(string text)
    {
        var path = Path.Combine(folder.FullName, AcceptedBreaks.FileName);
        File.WriteAllText(path, text);
        return AcceptedBreaks.Read(path);
    }
}
