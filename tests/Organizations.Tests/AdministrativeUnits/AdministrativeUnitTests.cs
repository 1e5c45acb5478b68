using Modular.Organizations.AdministrativeUnits;
using Xunit;

namespace Modular.Organizations.Tests.AdministrativeUnits;

public sealed class AdministrativeUnitTests : IAsyncLifetime
{
    private Province province = null!;
    private AdministrativeUnitRegister units = null!;

    public async ValueTask InitializeAsync()
    {
        province = await Province.CreateAsync();
        await using var scope = province.Database.Enter();
        units = scope.Get<AdministrativeUnitRegister>();
    }

    public ValueTask DisposeAsync() => province.DisposeAsync();

    [Theory]
    [InlineData("2008-07-31", 0)]
    [InlineData("2024-06-15", 63)]
    [InlineData("2025-06-30", 63)]
    [InlineData("2025-07-01", 34)]
    public async Task Sixty_three_provinces_became_thirty_four(string day, int count) => Assert.Equal(
        count, (await units.ListAsync(AdministrativeLevel.Province, DateOnly.Parse(day, null), null, null, 200, CancellationToken.None)).Count);

    [Fact]
    public async Task A_province_that_was_merged_is_another_unit_even_under_the_same_code()
    {
        var before = await units.FindByCodeAsync("37", new(2025, 6, 30), CancellationToken.None);
        var after = await units.FindByCodeAsync("37", new(2025, 7, 1), CancellationToken.None);

        Assert.Equal((37, "Tỉnh Ninh Bình", new DateOnly(2025, 6, 30)), (before!.Id, before.FullName, before.ValidTo));
        Assert.Equal((137, "Tỉnh Ninh Bình", null), (after!.Id, after.FullName, after.ValidTo));
    }

    [Fact]
    public async Task Predecessors_and_successors_are_known()
    {
        var predecessors = await units.PredecessorsAsync([137, 115], CancellationToken.None);
        var successors = await units.SuccessorsAsync([36, 46, 1], CancellationToken.None);

        Assert.Equal(["Hà Nam", "Nam Định", "Ninh Bình"], predecessors[137].Select(unit => unit.Name));
        Assert.Equal(["Lào Cai", "Yên Bái"], predecessors[115].Select(unit => unit.Name));
        Assert.Equal(["Ninh Bình"], successors[36].Select(unit => unit.Name));
        Assert.Equal(["Thành phố Huế"], successors[46].Select(unit => unit.FullName));
        Assert.Empty(successors[1]);
    }

    [Fact]
    public async Task Each_of_the_fifty_two_merged_provinces_has_exactly_one_successor()
    {
        var merged = (await units.ListAsync(AdministrativeLevel.Province, new(2025, 6, 30), null, null, 200, CancellationToken.None))
            .Where(unit => unit.ValidTo is not null).Select(unit => unit.Id).ToList();
        var successors = await units.SuccessorsAsync(merged, CancellationToken.None);

        Assert.Equal(52, merged.Count);
        Assert.All(merged, unit => Assert.Single(successors[unit]));
    }

    [Fact]
    public async Task Units_are_found_without_diacritics() => Assert.Equal(
        ["Tỉnh Nam Định"],
        (await units.ListAsync(AdministrativeLevel.Province, new(2024, 6, 15), null, "nam đinh", 200, CancellationToken.None))
        .Select(unit => unit.FullName));
}
