using System.Net;
using System.Text.Json;
using Modular.Isolation.Tests.World;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Isolation.Tests;

/// <summary>A file is a way of reading too: it holds what its user could have read, and is given to nobody else.</summary>
public sealed class ExportTests(AttackedWorld world)
{
    private const string Query =
        """
        query List($first: Int, $after: String, $where: MemberFilter, $search: String) {
          members(first: $first, after: $after, where: $where, search: $search) { nodes { id fullName birthDate organization { name } } pageInfo { hasNextPage endCursor } }
        }
        """;

    [Fact]
    public Task A_neighbour_exports_no_secret() => NothingIsWrittenAsync(world.Neighbour);

    [Fact]
    public Task A_user_of_another_province_exports_no_secret() => NothingIsWrittenAsync(world.Foreigner);

    [Fact]
    public Task A_neighbour_fetches_no_file_of_somebody_else() => NothingIsFetchedAsync(world.Neighbour, world.Neighbour.Own.Province.Slug);

    [Fact]
    public Task A_user_of_another_province_fetches_no_file_of_somebody_else() => NothingIsFetchedAsync(world.Foreigner, world.Foreigner.Own.Province.Slug);

    [Fact]
    public async Task The_address_of_another_province_is_closed()
    {
        using var answer = await world.Foreigner.Client.Http.GetAsync($"/{TestProvinces.NamDinh.Slug}/exports/{Branch.Key(world.Victim.Ids["Export"])}");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private async Task NothingIsWrittenAsync(Attacker attacker)
    {
        // Everything that is in reach, what is asked for by an organization out of reach, and by a name that only the secret has.
        string?[] filters =
        [
            null,
            JsonSerializer.Serialize(new { where = new { organization = new { id = world.Victim.Branch.CellOne } } }),
            JsonSerializer.Serialize(new { search = Secrets.Name }),
        ];
        foreach (var variables in filters)
        {
            var id = (string)(await new Clerk(attacker.Client).DoAsync(
                "requestExport", new { query = Query, variables, format = "CSV", title = "Own", purpose = "My own work" }, "export { id }"))["export"]!["id"]!;
            using var steps = await attacker.Client.SubscribeAsync("subscription ($id: ID!) { exportProgress(exportId: $id) { state } }", new { id });
            var end = (await steps.RestAsync())[^1];
            if (end.Contains("FAILED", StringComparison.Ordinal))
                continue;

            Assert.Contains("READY", end, StringComparison.Ordinal);
            using var answer = await attacker.Client.Http.GetAsync($"/{attacker.Own.Province.Slug}/exports/{Branch.Key(id)}");
            var text = await answer.Content.ReadAsStringAsync();
            Assert.Equal([], Secrets.Marks.Where(mark => text.Contains(mark, StringComparison.Ordinal)));
            Assert.DoesNotContain(world.Victim.Ids["Member"], text, StringComparison.Ordinal);
        }
    }

    private async Task NothingIsFetchedAsync(Attacker attacker, string province)
    {
        using var ofThere = await attacker.Client.Http.GetAsync($"/{province}/exports/{Branch.Key(world.Victim.Ids["Export"])}");
        using var ofNowhere = await attacker.Client.Http.GetAsync($"/{province}/exports/{Guid.NewGuid()}");

        Assert.Equal((HttpStatusCode.NotFound, await ofNowhere.Content.ReadAsStringAsync()), (ofThere.StatusCode, await ofThere.Content.ReadAsStringAsync()));
    }
}
