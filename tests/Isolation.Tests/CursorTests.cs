using Modular.Isolation.Tests.World;
using Xunit;

namespace Modular.Isolation.Tests;

/// <summary>A cursor is a place in an order and no right: behind the place of somebody else's row begin one's own rows.</summary>
public sealed class CursorTests(AttackedWorld world)
{
    [Fact]
    public async Task A_cursor_of_the_victim_opens_nothing()
    {
        var lists = world.Schema["Query"].Fields
            .Where(field => world.Schema.Nodes.Any(node => field.Type.Named == $"{node}Connection")).ToList();
        Assert.NotEmpty(lists);
        foreach (var list in lists)
        {
            var ofBoard = await world.Board.Client.ExecuteAsync($"{{ {list.Name}(first: 50) {{ edges {{ cursor }} }} }}");
            foreach (var attacker in new[] { world.Neighbour, world.Foreigner })
            {
                var all = await AllAsync(attacker, list.Name);
                foreach (var cursor in ofBoard.Data[list.Name]!["edges"]!.AsArray().Select(edge => (string)edge!["cursor"]!))
                    await OpensNothingAsync(attacker, list.Name, cursor, all);
            }
        }
    }

    private static async Task OpensNothingAsync(Attacker attacker, string list, string cursor, IReadOnlySet<string> all)
    {
        var behind = await IdsAsync(attacker, $"{list}(first: 200, after: \"{cursor}\")");
        var before = await IdsAsync(attacker, $"{list}(last: 200, before: \"{cursor}\")");

        Assert.Empty(behind.Concat(before).Except(all));
    }

    /// <summary>All rows that the attacker sees, page by page.</summary>
    private static async Task<IReadOnlySet<string>> AllAsync(Attacker attacker, string list)
    {
        var all = new HashSet<string>();
        string? after = null;
        do
        {
            var answer = await attacker.Client.ExecuteAsync(
                $"query ($after: String) {{ list: {list}(first: 200, after: $after) {{ nodes {{ id }} pageInfo {{ hasNextPage endCursor }} }} }}", new { after });
            var page = answer.Data["list"]!;
            all.UnionWith(page["nodes"]!.AsArray().Select(node => (string)node!["id"]!));
            after = (bool)page["pageInfo"]!["hasNextPage"]! ? (string)page["pageInfo"]!["endCursor"]! : null;
        }
        while (after is not null);
        return all;
    }

    private static async Task<IReadOnlyList<string>> IdsAsync(Attacker attacker, string list)
    {
        var answer = await attacker.Client.ExecuteAsync($"{{ list: {list} {{ nodes {{ id }} }} }}");
        return [.. answer.Data["list"]!["nodes"]!.AsArray().Select(node => (string)node!["id"]!)];
    }
}
