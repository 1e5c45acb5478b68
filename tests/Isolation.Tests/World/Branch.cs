using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.Provinces;
using Modular.TestKit.Hosts;

namespace Modular.Isolation.Tests.World;

/// <summary>A district with two communes and their cells, and a member: the part of a tree that somebody may reach.</summary>
internal sealed record Branch(
    Province Province, string Root, string District, string CommuneOne, string CommuneTwo, string CellOne, string CellTwo, Clerk Clerk,
    Func<string, Task<TestUser>> AddUser, Func<string, Task<TestClient>> SignInMember)
{
    private Correspondent? correspondent;
    private string? term;
    private string? inspection;
    private string? communeSigner;
    private string? cellSigner;

    /// <summary>A member of the first cell who was there from the beginning.</summary>
    public (string Id, int Version) Member { get; private init; }

    public Guid DistrictKey => Key(District);

    /// <summary>Founds a district below the root of a province.</summary>
    public static async Task<Branch> FoundAsync(
        TestHost host, Clerk clerk, Province province, string root, string code, string name)
    {
        var district = await clerk.FoundAsync(root, "DIRECT_SUPERIOR", $"Đảng bộ huyện {name}", code, "DISTRICT");
        var one = await clerk.FoundAsync(district, "GRASSROOTS_COMMITTEE", $"Đảng bộ xã {name} Một", $"{code}.001");
        var two = await clerk.FoundAsync(district, "GRASSROOTS_COMMITTEE", $"Đảng bộ xã {name} Hai", $"{code}.002");
        var cellOne = await clerk.FoundAsync(one, "CELL", $"Chi bộ {name} Một", $"{code}.001.001");
        var cellTwo = await clerk.FoundAsync(one, "CELL", $"Chi bộ {name} Hai", $"{code}.001.002");
        var branch = new Branch(province, root, district, one, two, cellOne, cellTwo, clerk, user => host.AddUserAsync(user, province), member => SignInMemberAsync(host, province, member));
        return branch with { Member = await branch.NewMemberAsync() };
    }

    /// <summary>One more member of the first cell.</summary>
    public Task<(string Id, int Version)> NewMemberAsync() => Clerk.RegisterAsync(CellOne);

    /// <summary>One more commune of the district.</summary>
    public Task<string> NewCommuneAsync() => FoundAsync(District, "GRASSROOTS_COMMITTEE", "Đảng bộ xã");

    /// <summary>One more cell of the second commune.</summary>
    public Task<string> NewCellAsync() => FoundAsync(CommuneTwo, "CELL", "Chi bộ");

    /// <summary>A running term of the first commune's committee.</summary>
    public async Task<string> TermAsync() => term ??= await Clerk.OpenTermAsync(CommuneOne, "2025-2030", "8-QĐ/TU");

    /// <summary>The inspection committee of that term.</summary>
    public async Task<string> InspectionCommitteeAsync() => inspection ??= await Clerk.FormInspectionAsync(await TermAsync());

    /// <summary>Somebody who signs papers for the first commune.</summary>
    public async Task<string> CommuneSignerAsync() => communeSigner ??= await SignerAsync(await TermAsync(), CellOne, "DEPUTY_SECRETARY");

    /// <summary>Somebody who signs papers for the second cell.</summary>
    public async Task<string> CellSignerAsync() => cellSigner ??= await SignerAsync(await Clerk.OpenCellTermAsync(CellTwo), CellTwo, "SECRETARY");

    /// <summary>A paper from another province that awaits acceptance in the first commune.</summary>
    public Task<(string Id, int Version)> ArrivalAsync() => correspondent!.PaperAsync(this);

    /// <summary>Names from where members come.</summary>
    public void CorrespondWith(Correspondent other) => correspondent = other;

    /// <summary>The id of an account without rights.</summary>
    public async Task<string> NewUserAsync() => new GlobalId("User", (await AddUser($"user.{Clerk.NextNumber()}")).Id).ToString();

    private static async Task<TestClient> SignInMemberAsync(TestHost host, Province province, string member)
    {
        var user = await host.AddUserAsync($"member.{Clerk.NextNumber()}", province, Key(member), TestGrant.OfRole(DefaultRoles.Member, Reach.Self));
        return (await host.SignInAsync(user)).In("en");
    }

    private async Task<string> SignerAsync(string committee, string cell, string post)
    {
        var (id, _) = await Clerk.RegisterAsync(cell);
        await Clerk.AssignPostAsync(committee, id, post);
        return id;
    }

    private Task<string> FoundAsync(string parent, string kind, string name)
    {
        var number = Clerk.NextNumber();
        return Clerk.FoundAsync(parent, kind, $"{name} {number}", $"N.{number}");
    }

    /// <summary>The key inside of an opaque identifier.</summary>
    public static Guid Key(string id) => GlobalId.TryParse(id, out var parsed) ? parsed.Key : throw new FormatException(id);
}
