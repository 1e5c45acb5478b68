using Modular.Organizations.Kinds;
using Xunit;

namespace Modular.Organizations.Tests.Kinds;

public sealed class KindCatalogTests : IAsyncLifetime
{
    private Province province = null!;
    private KindCatalog catalog = null!;

    public async ValueTask InitializeAsync()
    {
        province = await Province.CreateAsync();
        await using var scope = province.Database.Enter();
        catalog = await scope.Get<KindCatalogSource>().GetAsync(CancellationToken.None);
    }

    public ValueTask DisposeAsync() => province.DisposeAsync();

    [Theory]
    [InlineData("2024-06-15", "A")]
    [InlineData("2025-06-30", "A")]
    [InlineData("2025-07-01", "B")]
    [InlineData("2026-07-25", "B")]
    [InlineData("2026-07-26", "C")]
    [InlineData("2026-11-22", "C")]
    public void The_era_of_a_new_cell_follows_the_day(string day, string era) =>
        Assert.Equal(era, catalog.PlaceOf("CELL", "GRASSROOTS_COMMITTEE", null, DateOnly.Parse(day, null))?.Era);

    [Fact]
    public void While_units_are_being_converted_the_parents_era_decides()
    {
        var day = new DateOnly(2026, 11, 22);

        Assert.Equal("B", catalog.PlaceOf("CELL", "GRASSROOTS_COMMITTEE", "B", day)!.Era);
        Assert.Equal("C", catalog.PlaceOf("CELL", "GRASSROOTS_COMMITTEE", "A", day)!.Era);
    }

    [Theory]
    [InlineData("2025-06-30", "BLOC,BORDER,DISTRICT,MILITARY,POLICE,PROVINCIAL_CITY,PROVINCIAL_GOVERNMENT,PROVINCIAL_PARTY_AGENCIES,TOWN")]
    [InlineData("2025-07-01", "BORDER,COMMUNE_SUPERIOR,MILITARY,POLICE,PROVINCIAL_GOVERNMENT,PROVINCIAL_PARTY_AGENCIES")]
    [InlineData("2027-01-01", "BORDER,MILITARY,POLICE,PROVINCIAL_GOVERNMENT,PROVINCIAL_PARTY_AGENCIES")]
    public void Districts_and_blocs_are_no_longer_founded_after_the_district_level_was_abolished(string day, string subkinds) => Assert.Equal(
        subkinds, string.Join(',', catalog.SubkindsOf("DIRECT_SUPERIOR", DateOnly.Parse(day, null)).Select(subkind => subkind.Code)));

    [Fact]
    public void A_sectional_committee_ends_with_era_B_and_an_affiliated_one_begins_with_era_C()
    {
        Assert.Equal((true, false), (catalog.Exists("SECTIONAL_COMMITTEE", new(2026, 12, 31)), catalog.Exists("SECTIONAL_COMMITTEE", new(2027, 1, 1))));
        Assert.Equal((false, true), (catalog.Exists("AFFILIATED_COMMITTEE", new(2026, 7, 25)), catalog.Exists("AFFILIATED_COMMITTEE", new(2026, 7, 26))));
    }

    [Theory]
    [InlineData("CELL", "A", "Chi bộ trực thuộc")]
    [InlineData("CELL", "C", "Chi bộ")]
    [InlineData("GRASSROOTS_CELL", "B", "Chi bộ cơ sở")]
    [InlineData("GRASSROOTS_CELL", "C", "Chi bộ")]
    public void The_single_name_chi_bo_came_with_era_C(string kind, string era, string name) => Assert.Equal(name, catalog.NameOf(kind, era));

    [Fact]
    public void Every_kind_but_the_centre_has_a_place_in_each_era_in_which_it_exists()
    {
        var withoutPlace = catalog.Periods
            .Where(period => period.Kind != "CENTRAL" && !catalog.Places.Any(place => place.Kind == period.Kind && place.Era == period.Era))
            .Select(period => $"{period.Kind} {period.Era}");

        Assert.Empty(withoutPlace);
    }
}
