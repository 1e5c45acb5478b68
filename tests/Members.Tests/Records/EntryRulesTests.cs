using Modular.Members.Records;
using Xunit;

namespace Modular.Members.Tests.Records;

public sealed class EntryRulesTests
{
    [Theory]
    [InlineData("2001-09-01..2005-06-30 2005-06-30.. 1999-01-01..2001-09-01", null)]
    [InlineData("2001-09-01..2005-06-30 2005-06-29..", "2001-09-01 2005-06-29")]
    [InlineData("2001-09-01.. 2010-01-01..2011-01-01", "2001-09-01 2010-01-01")]
    [InlineData("2001-09-01..2001-09-01 2001-09-01..2002-09-01", null)]
    public void Periods_may_touch_and_not_overlap(string periods, string? overlap)
    {
        var entries = periods.Split(' ').Select(period => period.Split(".."))
            .Select(days => new CareerEntry { BeganOn = DateOnly.Parse(days[0], null), EndedOn = days[1] is "" ? null : DateOnly.Parse(days[1], null) });

        var found = EntryRules.Overlap(entries);

        Assert.Equal(overlap, found is var (earlier, later) ? $"{earlier.BeganOn:yyyy-MM-dd} {later.BeganOn:yyyy-MM-dd}" : null);
    }
}
