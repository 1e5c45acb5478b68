using Modular.Kernel.Postgres.Connections;

namespace Modular.Kernel.Postgres.Tests.Connections;

public sealed class DatabaseOptionsTests
{
    private static readonly DatabaseConnections Connections = new("Host=x;Username=owner", "Host=x;Username=app");

    [Theory]
    [InlineData(100, 3, 10, 30)]
    [InlineData(100, 34, 10, 2)]
    [InlineData(20, 1, 4, 16)]
    public void All_pools_together_stay_within_the_limit(int limit, int provinces, int neutral, int each)
    {
        var settings = new DatabaseOptions { MaxConnections = limit }.Divide(Connections, provinces);

        Assert.Equal((neutral, each), (settings.NeutralPoolSize, settings.PoolSizePerProvince));
    }

    [Fact]
    public void Too_few_connections_for_the_provinces_are_refused()
    {
        var refused = Assert.Throws<InvalidOperationException>(() => new DatabaseOptions { MaxConnections = 20 }.Divide(Connections, 34));

        Assert.Equal(
            "Database:MaxConnections is 20, too few for 34 provinces: each needs one at least, and 4 are kept beside.", refused.Message);
    }

    [Theory]
    [InlineData(100, 22, null)]
    [InlineData(397, 51, null)]
    [InlineData(100, 51, "Database:MaxConnections is 100, which leaves 1 for each of 51 provinces: requests will wait for background work and fail. "
        + "Give 397, and let the server take as many (max_connections).")]
    public void Few_connections_for_each_province_are_told_with_how_many_it_takes(int limit, int provinces, string? shortage) =>
        Assert.Equal(shortage, new DatabaseOptions { MaxConnections = limit }.ConnectionShortage(provinces));
}
