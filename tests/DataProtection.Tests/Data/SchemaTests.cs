using Modular.Kernel.GraphQL;
using Modular.Kernel.Modules;
using Modular.Members;
using Modular.Organizations;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.DataProtection.Tests.Data;

public sealed class SchemaTests
{
    [Fact]
    public async Task The_mapping_is_what_the_migrations_made()
    {
        await using var database = await TestDatabase.CreateAsync(new OrganizationsModule(), new MembersModule(), new DataProtectionModule());

        var differences = await SchemaComparison.DifferencesAsync(database);

        Assert.Equal([], differences.Where(difference => difference.StartsWith("data_protection.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Everything_that_the_module_declares_composes()
    {
        await using var database = await TestDatabase.CreateAsync(new OrganizationsModule(), new MembersModule(), new DataProtectionModule());

        var composition = new SchemaComposer(new InstalledModules(database.Modules)).ComposeWithReport(new HashSet<string> { "organizations", "members", "data-protection" });

        Assert.Equal([], composition.Unmatched);
    }
}
