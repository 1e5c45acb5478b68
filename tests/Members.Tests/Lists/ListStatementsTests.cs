using System.Text.RegularExpressions;
using Modular.TestKit.Databases;
using Npgsql;
using Xunit;

namespace Modular.Members.Tests.Lists;

/// <summary>A list costs the same round trips and statements whatever its length.</summary>
public sealed partial class ListStatementsTests(Register register) : IClassFixture<Register>
{
    private const string Page =
        """
        query Page($first: Int!) {
          members(first: $first) { nodes { fullName status organization { name secretary { member { fullName } } } } pageInfo { hasNextPage } }
        }
        """;

    [Fact]
    public async Task A_page_of_fifty_members_with_cell_and_secretary_takes_the_statements_of_a_page_of_two()
    {
        string[] cells = [register.FirstCell, register.SecondCell, register.WestCell];
        for (var number = 0; number < 51; number++)
            await register.AddMemberAsync(cells[number % 3], $"Nguyễn Thị {(char)('A' + (number / 2))}", 700 + number);
        await register.Officer.ExecuteAsync(Page, new { first = 50 });
        using var sent = new SentCommands(new NpgsqlConnectionStringBuilder(register.Database.Connections.Application).Database!, "members", "organizations");

        var two = await AskAsync(sent, 2);
        var fifty = await AskAsync(sent, 50);

        Assert.Equal((2, 50), (two.Members, fifty.Members));
        Assert.NotEmpty(two.Commands);
        Assert.Equal(two.Commands, fifty.Commands);
    }

    [GeneratedRegex(@"limit \d+\)")]
    private static partial Regex PageBound();

    private async Task<(int Members, IReadOnlyList<string> Commands)> AskAsync(SentCommands sent, int first)
    {
        var answer = await register.Officer.ExecuteAsync(Page, new { first });
        // The bound of a page stands in the text as the next of a few sizes, so that its plan can be kept.
        return (answer.Data["members"]!["nodes"]!.AsArray().Count, [.. sent.Take().Select(text => PageBound().Replace(text, "limit <bound>)"))]);
    }
}
