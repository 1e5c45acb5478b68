using System.Globalization;
using System.Text.RegularExpressions;
using Modular.TestKit.Databases;
using Npgsql;
using Xunit;

namespace Modular.Members.Tests.Lists;

/// <summary>The list of those whose education or occupation was so on a day looks up what held then by an index, member by member.</summary>
public sealed partial class QualifiedOnPlanTests(Register register) : IClassFixture<Register>
{
    private const string Asked =
        """{ members(first: 20, where: { qualifiedOn: { on: "2024-01-31", of: OCCUPATION, match: ONE_OF, values: ["Giáo viên"] } }) { nodes { fullName } } }""";

    [Fact]
    public async Task What_held_on_a_day_is_looked_up_by_member_and_day_without_sorting()
    {
        using var sent = new SentCommands(new NpgsqlConnectionStringBuilder(register.Database.Connections.Application).Database!, "members", "organizations");
        (await register.Officer.ExecuteAsync(Asked)).HasData("""{ "members": { "nodes": [] } }""");
        var statement = Assert.Single(sent.Take(), text => text.Contains("former_qualification", StringComparison.Ordinal));

        var plan = await PlanAsync(statement);

        Assert.Contains(plan, line => line.Contains("Index Scan using qualification_ends_once_a_day", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, line => line.Contains("Seq Scan", StringComparison.Ordinal));
    }

    // The plan for whatever parameters may come; their values are not looked at.
    private async Task<List<string>> PlanAsync(string statement)
    {
        await using var owner = await register.Database.OpenAsOwnerAsync();
        var parameters = Parameter().Matches(statement).Max(match => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
        await using var command = new NpgsqlCommand(
            $"""
            set app.province = '36'; set enable_seqscan = off; set enable_bitmapscan = off; set plan_cache_mode = force_generic_plan;
            prepare asked as {statement};
            explain execute asked ({string.Join(", ", Enumerable.Repeat("null", parameters))})
            """,
            owner);
        await using var reader = await command.ExecuteReaderAsync();
        var plan = new List<string>();
        while (await reader.ReadAsync())
            plan.Add(reader.GetString(0));
        return plan;
    }

    [GeneratedRegex(@"\$(\d+)")]
    private static partial Regex Parameter();
}
