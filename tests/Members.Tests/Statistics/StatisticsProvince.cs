using Xunit;

namespace Modular.Members.Tests.Statistics;

/// <summary>One host for all tests of statistics; each counts in a commune of its own.</summary>
[CollectionDefinition(Name)]
public sealed class StatisticsProvince : ICollectionFixture<Register>
{
    public const string Name = "statistics";
}
