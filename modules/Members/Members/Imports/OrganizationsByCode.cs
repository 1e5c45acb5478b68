using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Postgres.Imports;
using Modular.Organizations.Contracts;
using Npgsql;

namespace Modular.Members.Imports;

/// <summary>Lists that name organizations by their codes, as they stood on a day that each row tells.</summary>
internal static class OrganizationsByCode
{
    /// <summary>Stages the organizations whose codes stand in <c>organization_code</c>, and their kinds; codes that nobody bore on the day of the row stay without.</summary>
    /// <param name="format">The format.</param>
    /// <param name="day">The column that tells the day.</param>
    /// <param name="target">The staged column that takes the organization; its kind goes to the column of that name with <c>_kind</c> behind it.</param>
    public static ImportFormatBuilder StageOrganizations(this ImportFormatBuilder format, string day, string target) => format
        .Staged(target, "uuid").Staged($"{target}_kind", "text")
        .Prepare((run, cancellationToken) => FindAsync(run, day, target, cancellationToken));

    private static async Task FindAsync(ImportRun run, string day, string target, CancellationToken cancellationToken)
    {
        var named = await run.ReadAsync(
            $"select distinct {day}, organization_code from staged where {day} is not null and organization_code is not null",
            reader => (Day: reader.GetFieldValue<DateOnly>(0), Code: reader.GetString(1)),
            cancellationToken);
        var directory = run.Services.GetRequiredService<IOrganizationDirectory>();
        foreach (var codes in named.GroupBy(one => one.Day, one => one.Code))
        {
            var found = await directory.FindByCodeAsync([.. codes], codes.Key, cancellationToken);
            await using var command = run.CreateCommand(
                $"""
                update staged set {target} = found.id, {target}_kind = found.kind
                from unnest(@codes, @ids, @kinds) as found (code, id, kind)
                where staged.organization_code = found.code and staged.{day} = @day
                """);
            command.Parameters.Add(new NpgsqlParameter<string[]>("codes", [.. found.Keys]));
            command.Parameters.Add(new NpgsqlParameter<Guid[]>("ids", [.. found.Values.Select(organization => organization.Id)]));
            command.Parameters.Add(new NpgsqlParameter<string[]>("kinds", [.. found.Values.Select(organization => organization.Kind)]));
            command.Parameters.Add(new NpgsqlParameter<DateOnly>("day", codes.Key));
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
