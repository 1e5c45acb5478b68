using System.Data;
using System.Text.Json.Nodes;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.AccessLog;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Provinces;
using Npgsql;

namespace Modular.Kernel.GraphQL.PersonalData;

/// <summary>Reads all that the system keeps about a person. It asks no permission: whoever calls it has found that the user may have the copy.</summary>
public sealed class PersonalDataReader
{
    private readonly PersonalDataCatalog catalog;
    private readonly ProvinceDataSources databases;
    private readonly SensitiveReadWriter log;
    private readonly ICurrentProvince province;
    private readonly ICurrentAccess access;
    private readonly TimeProvider clock;

    internal PersonalDataReader(
        PersonalDataCatalog catalog, ProvinceDataSources databases, SensitiveReadWriter log, ICurrentProvince province, ICurrentAccess access, TimeProvider clock)
    {
        this.catalog = catalog;
        this.databases = databases;
        this.log = log;
        this.province = province;
        this.access = access;
        this.clock = clock;
    }

    /// <summary>
    /// The copy, as it stands at one moment. That it is taken is written into the log of sensitive reads first: without the row there is no copy.
    /// </summary>
    /// <param name="subjectId">The person of the register.</param>
    /// <param name="permission">What opens it to this user: the purpose in the log, where the client gave none.</param>
    /// <param name="circumstances">Under which circumstances it is read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<PersonalDataCopy> ReadAsync(Guid subjectId, string permission, ReadCircumstances circumstances, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var read = new SensitiveRead("PersonalDataCopy", [.. catalog.Tables.Select(table => $"{table.Owner}.{table.Name}")], [subjectId], circumstances.Purpose ?? permission);
        await log.WriteAsync(province.Province.Id, new LoggedRead(read, access.UserId, access.UserName, circumstances, Operation: null, now));
        await using var connection = await databases.Of(province.Province.Id).OpenConnectionAsync(cancellationToken);
        await using var moment = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var parts = new List<PersonalDataPart>();
        foreach (var table in catalog.Tables)
        {
            var rows = await ReadAsync(connection, table, subjectId, cancellationToken);
            // Rows that only say whom they are about, such as the words of a search, tell the person nothing.
            if (rows.Exists(row => row.Any(value => !table.PersonColumns.Contains(value.Key))))
                parts.Add(new PersonalDataPart(table, rows));
        }

        await moment.CommitAsync(cancellationToken);
        return new PersonalDataCopy(subjectId, now, parts);
    }

    private async Task<List<JsonObject>> ReadAsync(NpgsqlConnection connection, PersonalDataTable table, Guid subjectId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"select (to_jsonb(row) - $3)::text from {table.Table} as row where row.province_id = $1 and {table.IsAbout}", connection);
        command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = province.Province.Id.Value });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = subjectId });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = ["province_id", .. table.LeftOut] });
        var rows = new List<JsonObject>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(JsonNode.Parse(reader.GetString(0))!.AsObject());
        // Identifiers grow with time, so that what happened first stands first.
        return [.. rows.OrderBy(row => row["id"]?.ToString(), StringComparer.Ordinal)];
    }
}
