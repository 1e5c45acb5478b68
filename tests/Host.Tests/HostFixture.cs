using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Host.Tests;

/// <summary>A host that the tests of a class share; each of them works with users or provinces of its own.</summary>
public sealed class HostFixture : IAsyncLifetime
{
    public static readonly Guid Root = Guid.Parse("00000000-0000-0000-0000-000000000001");
    public static readonly Guid Committee = Guid.Parse("00000000-0000-0000-0000-000000000002");
    public static readonly Guid Cell = Guid.Parse("00000000-0000-0000-0000-000000000003");
    public static readonly Guid DissolvedCell = Guid.Parse("00000000-0000-0000-0000-000000000004");

    public TestHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Host = await TestHost.StartAsync(new RegistersModule(), new MinutesModule());
        await PlaceAsync(Host, Root, Guid.Empty, "1.", 0, "infinity");
        await PlaceAsync(Host, Committee, Root, "1.a.", 1, "infinity");
        await PlaceAsync(Host, Cell, Committee, "1.a.7.", 2, "infinity");
        await PlaceAsync(Host, DissolvedCell, Committee, "1.a.8.", 2, "2021-01-01");
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    internal static Task PlaceAsync(TestHost host, Guid id, Guid parent, string path, int depth, string until) => host.Database.ExecuteAsync(
        TestProvinces.NamDinh,
        """
        insert into kernel.organization_tree (province_id, organization_id, parent_id, path, depth, kind, valid, standing)
        values (36, $1, nullif($2, '00000000-0000-0000-0000-000000000000'::uuid), $3, $4, 'ANY', daterange('2020-01-01', $5::date), daterange(null, null))
        """,
        id,
        parent,
        path,
        depth,
        until);
}
