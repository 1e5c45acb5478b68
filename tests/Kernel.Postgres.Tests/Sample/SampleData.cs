using Modular.Kernel.Access;
using Modular.Kernel.Organizations;
using Modular.Kernel.Provinces;
using Modular.Kernel.Results;
using Modular.TestKit.Databases;

namespace Modular.Kernel.Postgres.Tests.Sample;

internal static class SampleData
{
    public static readonly Guid Province = new("00000000-0000-0000-0000-000000000001");
    public static readonly Guid Commune = new("00000000-0000-0000-0000-000000000002");
    public static readonly Guid FirstCell = new("00000000-0000-0000-0000-000000000003");
    public static readonly Guid OtherCommune = new("00000000-0000-0000-0000-000000000004");

    public static Person Person(string name, Guid? organization = null) => new()
    {
        FullName = name,
        OrganizationId = organization ?? FirstCell,
        BornOn = new DateOnly(1980, 5, 19),
        Home = new Address { Commune = "Mỹ Hưng" },
    };

    public static async Task<Person> AddPersonAsync(
        this TestDatabase database, Province province, string name, Guid? organization = null)
    {
        await using var scope = database.Enter(province, new SystemAccess("test"));
        var added = await scope.Write<SampleDbContext>().RunAsync<Person>(
            (db, _) => Task.FromResult<Result<Person>>(db.Add(Person(name, organization)).Entity), CancellationToken.None);
        return added.Value;
    }

    /// <summary>The province with two communes, the first of which has a cell, from 2020 on.</summary>
    public static async Task PlantTreeAsync(this TestDatabase database)
    {
        await using var scope = database.Enter();
        var from = new DateOnly(2020, 1, 1);
        await scope.Write<SampleDbContext>().RunAsync<bool>(
            async (_, ct) =>
            {
                await scope.Get<IOrganizationTreeWriter>().PlaceAsync(
                    [
                        new OrganizationPlacement(Province, null, "PROVINCIAL", from),
                        new OrganizationPlacement(Commune, Province, "GRASSROOTS_COMMITTEE", from),
                        new OrganizationPlacement(FirstCell, Commune, "CELL", from),
                        new OrganizationPlacement(OtherCommune, Province, "GRASSROOTS_COMMITTEE", from),
                    ],
                    ct);
                return true;
            },
            CancellationToken.None);
    }

    public static Task<string> PathAsync(this TestDatabase database, Guid organization) => database.ScalarAsync<string>(
        TestProvinces.NamDinh, "select path from kernel.organization_tree where organization_id = $1 order by valid desc limit 1", organization);
}
