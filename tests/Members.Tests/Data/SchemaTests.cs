using Modular.Kernel.GraphQL;
using Modular.Kernel.Modules;
using Modular.Organizations;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Members.Tests.Data;

public sealed class SchemaTests
{
    [Fact]
    public async Task The_mapping_is_what_the_migrations_made()
    {
        await using var database = await TestDatabase.CreateAsync(new OrganizationsModule(), new MembersModule());

        var differences = await SchemaComparison.DifferencesAsync(database);

        Assert.Equal([], differences.Where(difference => difference.StartsWith("members.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Everything_that_the_module_declares_composes()
    {
        await using var database = await TestDatabase.CreateAsync(new OrganizationsModule(), new MembersModule());

        var composition = new SchemaComposer(new InstalledModules(database.Modules)).ComposeWithReport(new HashSet<string> { "organizations", "members" });

        Assert.Equal([], composition.Unmatched);
    }
}
