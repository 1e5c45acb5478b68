using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Organizations.Tests.Data;

public sealed class DatabaseTests
{
    [Fact]
    public async Task Entities_and_tables_agree()
    {
        await using var database = await TestDatabase.CreateAsync(new OrganizationsModule());

        Assert.Empty(await SchemaComparison.DifferencesAsync(database));
    }

    [Fact]
    public async Task Tables_keep_to_the_rules_of_all_tables()
    {
        await using var database = await TestDatabase.CreateAsync(new OrganizationsModule());

        Assert.Empty(await TableRules.ViolationsAsync(database));
    }
}
