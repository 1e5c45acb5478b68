using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Modular.Kernel.Postgres.Provinces;
using Modular.Kernel.Postgres.Scopes;
using Modular.Kernel.Postgres.Tests.Sample;
using Modular.Kernel.Provinces;
using Modular.TestKit;
using Modular.TestKit.Databases;

namespace Modular.Kernel.Postgres.Tests.Provinces;

public sealed class ProvinceWorkTests : IAsyncLifetime
{
    private TestDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await TestDatabase.CreateAsync(new SampleModule());

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task It_is_done_in_each_province_that_has_the_module_by_the_system()
    {
        await database.ExecuteAsync(TestProvinces.NinhThuan, "update kernel.province_modules set enabled = false where province_id = 58");
        using var work = new SampleWork(database.Services);

        Assert.Equal(2, await work.RunAsync(CancellationToken.None));

        Assert.Equal(["nam-dinh by what is due", "tien-giang by what is due"], work.Done);
    }

    [Fact]
    public async Task A_province_in_which_it_fails_keeps_no_other_from_it_and_is_tried_again()
    {
        using var work = new SampleWork(database.Services) { Failing = TestProvinces.NamDinh };
        Assert.Equal(2, await work.RunAsync(CancellationToken.None));

        work.Failing = null;
        await work.RunAsync(CancellationToken.None);

        Assert.Equal(
            ["nam-dinh by what is due", "ninh-thuan by what is due", "ninh-thuan by what is due", "tien-giang by what is due", "tien-giang by what is due"], work.Done.Order());
    }

    [Fact]
    public async Task It_is_done_when_the_host_starts_and_ends_with_it()
    {
        using var work = new SampleWork(database.Services);

        await work.StartAsync(CancellationToken.None);
        await Patience.UntilAsync(() => work.Done.Count == 3);
        await work.StopAsync(CancellationToken.None);

        Assert.True(work.ExecuteTask!.IsCompleted);
        Assert.False(work.ExecuteTask.IsFaulted);
    }

    private sealed class SampleWork(IServiceProvider services)
        : ProvinceWork(services.GetRequiredService<IServiceScopeFactory>(), TimeProvider.System, NullLogger.Instance)
    {
        private readonly List<string> done = [];

        public Province? Failing { get; set; }

        public IReadOnlyList<string> Done
        {
            get
            {
                lock (done)
                    return [.. done];
            }
        }

        protected override string ModuleId => "sample";

        protected override string Actor => "what is due";

        public override async Task<int> RunAsync(Province province, CancellationToken cancellationToken)
        {
            if (province == Failing)
                throw new InvalidOperationException("It fails here.");
            await using var scope = Enter(province);
            var entered = scope.ServiceProvider.GetRequiredService<CurrentScope>();
            lock (done)
                done.Add($"{entered.Province.Slug} by {entered.Access.UserName}");
            return 1;
        }
    }
}
