using Microsoft.Extensions.Logging.Abstractions;
using Modular.Kernel.Postgres.Writing;
using Modular.TestKit.Databases;

namespace Modular.Kernel.Postgres.Tests.Writing;

public sealed class IdempotencyExpiryTests
{
    [Fact]
    public async Task Keys_older_than_a_month_are_forgotten_in_every_province()
    {
        await using var database = await TestDatabase.CreateAsync();
        foreach (var province in TestProvinces.All)
        {
            await database.ExecuteAsync(
                province,
                """
                insert into kernel.idempotency_keys (province_id, user_id, operation, key, input_hash, created_at)
                select current_setting('app.province')::smallint, gen_random_uuid(), 'add', 'key', '', now() - age
                from unnest(array[interval '29 days', interval '31 days']) as age
                """);
        }

        var expiry = new IdempotencyExpiry(database.DataSources, TimeProvider.System, NullLogger<IdempotencyExpiry>.Instance);

        Assert.Equal(3, await expiry.ForgetOldAsync(CancellationToken.None));
        Assert.Equal(0, await expiry.ForgetOldAsync(CancellationToken.None));
    }
}
