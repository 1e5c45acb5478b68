using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Imports;
using Modular.Members.Matching;
using Modular.Members.Tests.Imports;
using Xunit;

namespace Modular.Members.Tests.Matching;

/// <summary>A list with 500 defects of 20 kinds: each is found in its class, and no row is taken for anybody but the person it is about.</summary>
public sealed class PlantedListTests(SmallProvince province) : IClassFixture<SmallProvince>
{
    [Fact]
    public async Task Every_planted_defect_is_found_in_its_class_and_nobody_is_taken_for_somebody_else()
    {
        var planted = PlantedList.Make(people: 1_100, defectsOfAKind: 25, seed: 20260813);
        var register = await province.ImportAsync(planted.Register);
        Assert.Equal((ImportState.Applied, 1_100), (register.State, register.RowsApplied));

        var batch = await province.ImportAsync(planted.Text, ImportMode.GoodRowsOnly, format: "match");

        Assert.Equal((ImportState.Applied, 50), (batch.State, batch.RowsWithErrors));
        var found = await province.ReadAsync(async db =>
        {
            var cards = await db.Members.ToDictionaryAsync(member => member.Id, member => member.CardNumber);
            var rows = await db.Set<MatchRow>().Where(row => row.RunId == batch.Id).OrderBy(row => row.Position).ToListAsync();
            return rows.ConvertAll(row => (Row: row, Card: row.MemberId is { } member ? cards[member] : null));
        });
        // A row that stands in the list twice is one defect and two rows.
        Assert.Equal(
            Enum.GetValues<PlantedDefect>()[1..].Select(kind => (kind, kind == PlantedDefect.RowTwice ? 50 : 25)),
            planted.Expected.Where(one => one.Defect != PlantedDefect.None).GroupBy(one => one.Defect).OrderBy(kind => kind.Key).Select(kind => (kind.Key, kind.Count())));
        Assert.Equal(
            planted.Expected.Select(Line).Order(StringComparer.Ordinal),
            found.Select(one => Line(one.Row, one.Card, planted)).Order(StringComparer.Ordinal));
    }

    private static string Line(ExpectedMatch one) => $"{one.Row} {one.Defect} {one.Class} {one.CardNumber} {one.Differing}";

    private static string Line(MatchRow row, string? card, PlantedList planted)
    {
        var defect = row.RowNumber is null ? PlantedDefect.NotInTheList : planted.Expected.First(one => one.Row == row.RowNumber).Defect;
        return $"{row.RowNumber} {defect} {row.Class} {card} {string.Join(',', row.Differing)}";
    }
}
