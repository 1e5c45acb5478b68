using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Provinces;

namespace Modular.Host.Tests.Limits;

/// <summary>What <see cref="PatienceQueries.Waits"/> waits for.</summary>
internal static class Gate
{
    private static readonly TaskCompletionSource Opening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private static readonly TaskCompletionSource Entry = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when somebody stands at the gate.</summary>
    public static Task Entered => Entry.Task;

    public static void Open() => Opening.SetResult();

    public static Task PassAsync()
    {
        Entry.TrySetResult();
        return Opening.Task;
    }
}

/// <summary>Fields of <see cref="RegistersModule"/> that take as long as a test wants.</summary>
[QueryType]
internal static class PatienceQueries
{
    /// <summary>Waits at the gate.</summary>
    [Public("A test.")]
    [Classified(DataClass.Internal)]
    public static async Task<string> Waits()
    {
        await Gate.PassAsync();
        return "passed";
    }

    /// <summary>Asks the database to sleep for an hour.</summary>
    [Public("A test.")]
    [Classified(DataClass.Internal)]
    public static async Task<string> Sleeps(ProvinceDataSources databases, ICurrentProvince province, CancellationToken cancellationToken)
    {
        await using var command = databases.Of(province.Province.Id).CreateCommand("select pg_sleep(3600)::text");
        await command.ExecuteNonQueryAsync(cancellationToken);
        return "slept";
    }

    /// <summary>Gives back what it is given, so many times.</summary>
    [Public("A test.")]
    [Classified(DataClass.Internal)]
    public static IReadOnlyList<string> Echoes(string text, int times = 1) => [.. Enumerable.Repeat(text, times)];
}
