using Modular.Organizations.Contracts;
using Xunit;

namespace Modular.Organizations.Tests.Data;

public sealed class OrganizationDirectoryTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2024, 6, 15);
    private Province province = null!;

    public async ValueTask InitializeAsync() => province = await Province.CreateAsync();

    public ValueTask DisposeAsync() => province.DisposeAsync();

    [Fact]
    public async Task An_organization_is_told_with_its_place()
    {
        await using var scope = province.Database.Enter();

        var found = await scope.Get<IOrganizationDirectory>().FindAsync([province.Cell, Guid.NewGuid()], Today, CancellationToken.None);

        var place = await province.PlaceAsync(province.Cell, Today);
        var expected = new OrganizationSummary(
            province.Cell, "36.01.001.001", "Chi bộ xóm 1", "CELL", OrganizationState.Active, Province.Founded, null, province.EastCommune, place!.Path);
        Assert.Equal([expected], found.Values);
        Assert.True(expected.TakesMembersOn(Today));
        Assert.False(expected.TakesMembersOn(Province.Founded.AddDays(-1)));
    }

    [Fact]
    public async Task Codes_are_found_in_any_case_and_unknown_ones_are_missing()
    {
        await using var scope = province.Database.Enter();

        var found = await scope.Get<IOrganizationDirectory>()
            .FindByCodeAsync([" 36.01.001.001", "36.01", "36.99"], Today, CancellationToken.None);

        Assert.Equal([" 36.01.001.001", "36.01"], found.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((province.Cell, province.East), (found[" 36.01.001.001"].Id, found["36.01"].Id));
    }

    [Fact]
    public async Task Names_are_found_without_diacritics_and_may_be_shared()
    {
        await province.FoundAsync(province.WestCommune, OrganizationKinds.Cell, "Chi bộ xóm 1", "36.02.001.001");
        await using var scope = province.Database.Enter();

        var found = await scope.Get<IOrganizationDirectory>().FindByNameAsync(["chi bo XOM 1", "chi bộ xóm 3"], Today, CancellationToken.None);

        Assert.Equal(2, found["chi bo XOM 1"].Count());
        Assert.Empty(found["chi bộ xóm 3"]);
    }
}
