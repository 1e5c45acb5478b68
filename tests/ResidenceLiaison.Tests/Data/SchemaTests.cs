using Modular.Kernel.GraphQL;
using Modular.Kernel.Modules;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.ResidenceLiaison.Tests.Data;

public sealed class SchemaTests(LiaisonProvince province)
{
    [Fact]
    public async Task The_mapping_is_what_the_migrations_made()
    {
        var differences = await SchemaComparison.DifferencesAsync(province.Host.Database);

        Assert.Equal([], differences.Where(difference => difference.StartsWith("residence_liaison.", StringComparison.Ordinal)));
    }

    [Fact]
    public void Everything_that_the_module_declares_composes_and_falls_away_with_it()
    {
        var composer = new SchemaComposer(new InstalledModules(province.Host.Database.Modules));

        Assert.Equal([], composer.ComposeWithReport(new HashSet<string> { "organizations", "members", "residence-liaison" }).Unmatched);
        Assert.Equal([], composer.ComposeWithReport(new HashSet<string> { "organizations", "members" }).Unmatched);
    }
}
