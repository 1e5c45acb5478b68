using Xunit;

namespace Modular.Organizations.Tests.Register;

public sealed class SchemaTests
{
    [Fact]
    public async Task The_module_composes_by_itself()
    {
        await using var province = await Province.CreateAsync();

        var fields = province.Schema.Value.QueryType!.Fields.Select(field => field.Name);
        Assert.Contains("organizationTree", fields);
    }
}
