using Modular.Kernel.Access;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Policies;
using Modular.Kernel.Provinces;
using Modular.Kernel.Results;
using Modular.TestKit.Databases;

namespace Modular.Kernel.Postgres.Tests.Policies;

public sealed class ProvincePoliciesTests : IAsyncLifetime
{
    private TestDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await TestDatabase.CreateAsync();

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task Without_a_decision_the_defaults_of_the_record_are_in_force() =>
        Assert.Equal(new DecisionDeadline(), await InForceAsync(TestProvinces.NamDinh, new DateOnly(2024, 1, 1)));

    [Fact]
    public async Task A_decision_holds_in_its_province_and_period_only()
    {
        await DecideAsync(new DecisionDeadline { WorkingDays = 45 }, new DateOnly(2024, 7, 1), new DateOnly(2025, 7, 1));

        Assert.Equal(60, (await InForceAsync(TestProvinces.NamDinh, new DateOnly(2024, 6, 30))).WorkingDays);
        Assert.Equal(45, (await InForceAsync(TestProvinces.NamDinh, new DateOnly(2024, 7, 1))).WorkingDays);
        Assert.Equal(45, (await InForceAsync(TestProvinces.NamDinh, new DateOnly(2025, 6, 30))).WorkingDays);
        Assert.Equal(60, (await InForceAsync(TestProvinces.NamDinh, new DateOnly(2025, 7, 1))).WorkingDays);
        Assert.Equal(60, (await InForceAsync(TestProvinces.TienGiang, new DateOnly(2024, 7, 1))).WorkingDays);
    }

    [Fact]
    public async Task A_decision_keeps_the_defaults_of_what_it_does_not_change()
    {
        await DecideAsync(new DecisionDeadline { WorkingDays = 45 }, new DateOnly(2024, 7, 1), null);

        Assert.Equal(
            "{\"workingDays\": 45}",
            await database.ScalarAsync<string>(TestProvinces.NamDinh, "select value::text from kernel.policies"));
    }

    [Fact]
    public async Task A_later_decision_cuts_the_earlier_one()
    {
        await DecideAsync(new DecisionDeadline { WorkingDays = 45 }, new DateOnly(2024, 1, 1), null);
        await DecideAsync(new DecisionDeadline { WorkingDays = 50 }, new DateOnly(2024, 3, 1), new DateOnly(2024, 4, 1));

        Assert.Equal(
            "[2024-01-01,2024-03-01) 45, [2024-03-01,2024-04-01) 50, [2024-04-01,) 45",
            await database.ScalarAsync<string>(
                TestProvinces.NamDinh, "select string_agg(valid || ' ' || (value ->> 'workingDays'), ', ' order by valid) from kernel.policies"));
        Assert.Equal(2, await database.ScalarAsync<long>(TestProvinces.NamDinh, "select count(*) from kernel.edits where entity = 'Policy'"));
    }

    [Fact]
    public async Task Of_those_who_decide_at_once_the_last_one_holds_and_the_same_decision_is_recorded_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 12).Select(number =>
            DecideAsync(new DecisionDeadline { WorkingDays = 45 + (number % 3) }, new DateOnly(2024, 1, 1), null)));
        var recorded = await database.ScalarAsync<long>(TestProvinces.NamDinh, "select count(*) from kernel.edits where entity = 'Policy'");
        var last = await InForceAsync(TestProvinces.NamDinh, new DateOnly(2024, 1, 1));

        await DecideAsync(last, new DateOnly(2024, 1, 1), null);

        Assert.InRange(last.WorkingDays, 45, 47);
        Assert.InRange(recorded, 3, 12);
        Assert.Equal(recorded, await database.ScalarAsync<long>(TestProvinces.NamDinh, "select count(*) from kernel.edits where entity = 'Policy'"));
        Assert.Equal(1, await database.ScalarAsync<long>(TestProvinces.NamDinh, "select count(*) from kernel.policies"));
    }

    private async Task<DecisionDeadline> InForceAsync(Province province, DateOnly day)
    {
        await using var scope = database.Enter(province, new SystemAccess("test"));
        return await scope.Get<IPolicies>().InForceOnAsync<DecisionDeadline>(day, CancellationToken.None);
    }

    private async Task DecideAsync(DecisionDeadline policy, DateOnly from, DateOnly? to)
    {
        await using var scope = database.Enter();
        await scope.Get<PolicyDecisions>().DecideAsync(policy, from, to, "12-QĐ/TU", CancellationToken.None);
    }

    private sealed record DecisionDeadline : IPolicy
    {
        public static string Key => "test.decision-deadline";

        public static RuleReference Source => new("ADM-15", "24-QĐ/TW");

        public int WorkingDays { get; init; } = 60;

        public int Extension { get; init; } = 30;
    }
}
