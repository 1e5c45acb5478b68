using Modular.Members.Movement;
using Modular.Members.Statistics;
using Xunit;

namespace Modular.Members.Tests.Movement;

/// <summary>Whatever happens, nobody is counted twice or lost, and the report ties for every organization and period (members §2.8).</summary>
public sealed class MovementPropertyTests : IAsyncLifetime
{
    private static readonly DateOnly First = new(2021, 12, 1);

    private readonly SmallProvince province = new();

    public ValueTask InitializeAsync() => province.InitializeAsync();

    public ValueTask DisposeAsync() => province.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Opening_and_increase_less_decrease_is_closing_for_every_organization_and_period(int seed)
    {
        var history = new RandomHistory(province, seed);
        await history.RunAsync(70);
        var days = await CountedDays.ReadAsync(province, First);
        Guid[] organizations =
            [province.Root, province.District, province.EastCommune, province.WestCommune, province.FirstCell, province.SecondCell, province.WestCell];
        Guid[] cells = organizations[4..];
        for (var day = First; day <= SmallProvince.Today; day = day.AddDays(1))
            Assert.Equal(cells.Sum(cell => days.At(cell, day).Count), days.At(province.Root, day).Count);

        var chance = new Random(seed);
        for (var period = 0; period < 20; period++)
        {
            var from = First.AddDays(chance.Next(1, 900));
            var to = from.AddDays(chance.Next(0, SmallProvince.Today.DayNumber - from.DayNumber + 1));
            var reports = await ReportAsync(organizations, from, to);
            Assert.All(organizations, organization => AssertTies(days, organization, reports[organization], from, to));
            Assert.Equal((0, 0, 0, 0), Within(reports[province.Root]));
            Assert.All(await CountAsync(organizations, to), counted => Assert.Equal(days.At(counted.Key, to).Count, counted.Value.Total));
            Assert.Equal(days.At(province.EastCommune, from).Count, (await CountAsync([province.EastCommune], from))[province.EastCommune].Total);
        }

        Assert.True(history.Done.Count >= 6, $"Too little happened: {string.Join(", ", history.Done)}");
    }

    private static void AssertTies(CountedDays days, Guid organization, MovementReport report, DateOnly from, DateOnly to)
    {
        Assert.Equal(report.Closing, report.Opening + report.Increase - report.Decrease);
        Assert.Equal(
            (days.At(organization, from.AddDays(-1)).Count, days.Between(organization, from, to), days.At(organization, to).Count),
            (report.Opening, (report.Increase, report.Decrease), report.Closing));
        Assert.Equal((0, 0), (report.OtherIncrease, report.OtherDecrease));
        Assert.Equal(
            report.Increase,
            report.Admitted + report.MovedInFromOutside + report.MovedInWithin + report.Restored + report.JoinedByReorganization);
        Assert.Equal(
            report.Decrease,
            report.Deceased + report.Expelled + report.NameRemoved + report.LeftOnRequest + report.MovedOutOfTheProvince + report.MovedOutWithin + report.LeftByReorganization);
    }

    private static (int, int, int, int) Within(MovementReport report) =>
        (report.MovedInWithin, report.MovedOutWithin, report.JoinedByReorganization, report.LeftByReorganization);

    private async Task<IReadOnlyDictionary<Guid, StructureCounts>> CountAsync(Guid[] organizations, DateOnly day)
    {
        await using var scope = province.Database.Enter();
        return await scope.Get<StructureFigures>().OfDayAsync(organizations, day, StructureBounds.None, [MembershipDimension.Occupation, MembershipDimension.Exempt], CancellationToken.None);
    }

    private async Task<IReadOnlyDictionary<Guid, MovementReport>> ReportAsync(Guid[] organizations, DateOnly from, DateOnly to)
    {
        await using var scope = province.Database.Enter();
        return await scope.Get<MovementFigures>().ReportAsync(organizations, from, to, CancellationToken.None);
    }
}
