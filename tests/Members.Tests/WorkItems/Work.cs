using Modular.Kernel.Postgres.WorkItems;
using Modular.TestKit.Databases;

namespace Modular.Members.Tests.WorkItems;

/// <summary>The work items of a subject, as they stand in the database.</summary>
internal static class Work
{
    /// <summary>Each as <c>OPEN since 2024-11-07 due 2024-12-19</c>, in the order in which they came up.</summary>
    public static Task<string[]> ItemsAsync(TestDatabase database, string kind, Guid subject) => database.ScalarAsync<string[]>(
        TestProvinces.NamDinh,
        """
        select coalesce(array_agg(format('%s since %s due %s', state, base_on, due_on) order by id), '{}')
        from kernel.work_items where kind = $1 and subject_id = $2
        """,
        kind,
        subject);

    /// <summary>Looks for what comes due by time.</summary>
    public static async Task SweepAsync(TestDatabase database)
    {
        await using var scope = database.Enter();
        await scope.Get<WorkItemSweep>().RunAsync(TimeSpan.Zero, CancellationToken.None);
    }
}
