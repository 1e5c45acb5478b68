using Microsoft.Extensions.Diagnostics.HealthChecks;
using Modular.Kernel.Postgres.Connections;
using Npgsql;

namespace Modular.Host.Startup;

/// <summary>Ready as long as the database answers.</summary>
internal sealed class DatabaseHealth(ProvinceDataSources databases) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var command = databases.Neutral.CreateCommand("select 1");
            await command.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (NpgsqlException exception)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.", exception);
        }
    }
}
