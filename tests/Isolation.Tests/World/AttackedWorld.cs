using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Modular.DataProtection;
using Modular.Isolation.Tests.Cases;
using Modular.Isolation.Tests.Schema;
using Modular.Kernel.GraphQL.AccessLog;
using Modular.Kernel.Postgres.WorkItems;
using Modular.Kernel.Provinces;
using Modular.Members;
using Modular.Organizations;
using Modular.ResidenceLiaison;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Isolation.Tests.World;

/// <summary>
/// A host with two provinces. In Nam Dinh a branch has secrets; a neighbour who may do everything in the branch beside it, and a foreigner
/// who may do everything in Ninh Thuan, put all questions that the schema allows, before the secrets come into being and after.
/// </summary>
public class AttackedWorld : IAsyncLifetime
{
    private TestHost? host;
    private Correspondent? correspondent;

    internal TestHost Host => host!;

    internal ServedSchema Schema { get; private set; } = null!;

    internal IReadOnlyList<ReadingCase> Cases { get; private set; } = [];

    internal IReadOnlySet<string> Covered { get; private set; } = new HashSet<string>();

    internal Victim Victim { get; private set; } = null!;

    internal Attacker Neighbour { get; private set; } = null!;

    internal Attacker Foreigner { get; private set; } = null!;

    /// <summary>The officer of the victim's province, who sees everything in it.</summary>
    internal Clerk Board { get; private set; } = null!;

    /// <summary>What the neighbour was answered before and after a person, a committee, a role and an import came into being beside.</summary>
    internal (IReadOnlyDictionary<string, string> Before, IReadOnlyDictionary<string, string> After) OfNeighbour { get; private set; }

    /// <summary>What the foreigner was answered before and after all that, and changes of the directory.</summary>
    internal (IReadOnlyDictionary<string, string> Before, IReadOnlyDictionary<string, string> After) OfForeigner { get; private set; }

    /// <summary>What the officer of the whole province is answered after all that: the questions do ask for the secrets.</summary>
    internal IReadOnlyDictionary<string, string> OfBoard { get; private set; } = new Dictionary<string, string>();

    public async ValueTask InitializeAsync()
    {
        host = await StartAsync();
        await FoundAsync();
        Schema = await ServedSchema.ReadAsync(Board.Client);
        (Cases, Covered) = ReadingCases.Of(Schema, new Guesses(Schema, [Victim.Branch.CommuneOne], Guid.Empty.ToString()));

        await SettleAsync();
        var board = new Attacker("board", Neighbour.User, Board.Client, Victim.Branch, Attacker.OpenInsideAProvince);
        var before = (Neighbour: await InsideAsync(Neighbour), Foreigner: await Foreigner.AskAsync(Cases));
        await Victim.KeepSecretsAsync();
        await SettleAsync();
        await Victim.FindWorkAsync();
        OfNeighbour = (before.Neighbour, await Neighbour.AskAsync(Cases));
        await Victim.ChangeDirectoryAsync(Board);
        await SettleAsync();
        await Host.AddUserAsync(Secrets.UserName, TestProvinces.NamDinh);
        OfForeigner = (before.Foreigner, await Foreigner.AskAsync(Cases));
        OfBoard = await InsideAsync(board);
    }

    public async ValueTask DisposeAsync()
    {
        Neighbour?.Client.Dispose();
        Foreigner?.Client.Dispose();
        Board?.Client.Dispose();
        correspondent?.Dispose();
        if (host is not null)
            await host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>What an attacker gets who asks, at the address of their own province, for each file of the victim, and for one that nobody has.</summary>
    internal async Task<IReadOnlyList<(string Download, Fetched OfVictim, Fetched OfNobody)>> FetchAsync(Attacker attacker)
    {
        var fetched = new List<(string Download, Fetched OfVictim, Fetched OfNobody)>();
        foreach (var (download, key) in Victim.Files)
            fetched.Add((download, await FetchAsync(attacker, download, key), await FetchAsync(attacker, download, Guid.NewGuid())));
        return fetched;
    }

    private static async Task<Fetched> FetchAsync(Attacker attacker, string download, Guid key)
    {
        using var answer = await attacker.Client.Http.GetAsync($"/{attacker.Own.Province.Slug}/downloads/{download}/{key}");
        return new Fetched(answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Whether the answers inside the victim's province are compared too; without it they are empty.</summary>
    protected virtual bool ComparesInside => true;

    /// <summary>Starts the host that is attacked.</summary>
    protected virtual Task<TestHost> StartAsync() => TestHost.StartAsync(new OrganizationsModule(), new MembersModule(), new DataProtectionModule(), new ResidenceLiaisonModule());

    /// <summary>Lets all be done that follows from what was done, so that nothing of it happens between two questions.</summary>
    private async Task SettleAsync()
    {
        await Host.DispatchEventsAsync();
        await Host.Services.GetRequiredService<WorkItemSweep>().RunAsync(TimeSpan.Zero, CancellationToken.None);
    }

    private async Task<IReadOnlyDictionary<string, string>> InsideAsync(Attacker attacker) =>
        ComparesInside ? await attacker.AskAsync(Cases) : new Dictionary<string, string>();

    private async Task FoundAsync()
    {
        var permissions = await Host.Database.ScalarAsync<string[]>(
            TestProvinces.NamDinh, "select array_agg(permission order by permission) from identity.offered_permissions");
        // Their own questions would come into the log, and change the answers that are compared.
        string[] ofAttackers = [.. permissions.Except([AccessLogPermissions.Read])];
        var (_, boardOfVictim) = await AddAsync("board", TestProvinces.NamDinh, TestGrant.InProvince(permissions));
        var (foreignUser, foreigner) = await AddAsync("foreigner", TestProvinces.NinhThuan, TestGrant.InProvince(ofAttackers));
        Board = new Clerk(boardOfVictim);
        var root = await Board.FoundAsync(null, "PROVINCIAL", "Đảng bộ tỉnh Nam Định", "36");
        var east = await Branch.FoundAsync(Host, Board, TestProvinces.NamDinh, root, "36.01", "Đông");
        var west = await Branch.FoundAsync(Host, Board, TestProvinces.NamDinh, root, "36.02", "Tây");
        var home = new Clerk(foreigner);
        var foreign = await Branch.FoundAsync(
            Host, home, TestProvinces.NinhThuan, await home.FoundAsync(null, "PROVINCIAL", "Đảng bộ tỉnh Ninh Thuận", "58"), "58.01", "Nhà");

        var (neighbourUser, neighbour) = await AddAsync("neighbour", TestProvinces.NamDinh, TestGrant.Below(east.DistrictKey, ofAttackers));
        var (_, officer) = await AddAsync("west.officer", TestProvinces.NamDinh, TestGrant.Below(west.DistrictKey, permissions));
        var (somebody, nobody) = await AddAsync("somebody", TestProvinces.NamDinh);
        nobody.Dispose();
        foreach (var province in new[] { TestProvinces.NamDinh, TestProvinces.NinhThuan })
            await Host.Database.ExecuteAsync(province, "update identity.role_permissions set may_give = true");
        Neighbour = new Attacker("neighbour", neighbourUser, neighbour, east, Attacker.OpenInsideAProvince);
        Foreigner = new Attacker("foreigner", foreignUser, foreigner, foreign, new Dictionary<string, string>());
        Victim = new Victim(west, new Clerk(officer), somebody);
        correspondent = await Correspondent.FoundAsync(Host, permissions);
        foreach (var branch in new[] { east, west, foreign })
            branch.CorrespondWith(correspondent);
        await Victim.BeginAsync(Board);
    }

    private async Task<(TestUser User, TestClient Client)> AddAsync(string name, Province province, params IReadOnlyList<TestGrant> grants)
    {
        var user = await Host.AddUserAsync(name, province, grants);
        return (user, (await Host.SignInAsync(user)).In("en"));
    }
}

/// <summary>What came when a file was asked for.</summary>
internal sealed record Fetched(HttpStatusCode Status, string Content);
