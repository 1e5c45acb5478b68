using System.Data.Common;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Texts;
using Npgsql;

namespace Modular.Organizations.AdministrativeUnits;

/// <summary>Reads administrative units, which are the same for every province.</summary>
internal sealed class AdministrativeUnitRegister(ProvinceDataSources dataSources)
{
    private const string Columns =
        "unit.id, unit.code, unit.level, unit.kind, unit.name, unit.full_name, unit.parent_id, lower(unit.valid), upper(unit.valid) - 1";

    private const string FindByCodeSql =
        $"select {Columns} from organizations.administrative_unit as unit where unit.level = $1 and unit.code = $2 and unit.valid @> $3";

    private const string FindSql = $"select {Columns} from organizations.administrative_unit as unit where unit.id = any($1)";

    private const string ListSql =
        $"""
        select {Columns} from organizations.administrative_unit as unit
        where unit.level = $1 and unit.valid @> $2 and ($3::int is null or unit.parent_id = $3)
          and ($4::text is null or ' ' || unit.search_key like '% ' || $4 || '%')
        order by unit.code limit $5
        """;

    private const string PredecessorsSql =
        $"""
        select {Columns}, link.successor_id from organizations.administrative_unit_succession as link
        join organizations.administrative_unit as unit on unit.id = link.predecessor_id
        where link.successor_id = any($1) order by unit.code
        """;

    private const string SuccessorsSql =
        $"""
        select {Columns}, link.predecessor_id from organizations.administrative_unit_succession as link
        join organizations.administrative_unit as unit on unit.id = link.successor_id
        where link.predecessor_id = any($1) order by unit.code
        """;

    private const string CommunesSql =
        """
        with recursive commune (code, id) as (
            select unit.code, unit.id from organizations.administrative_unit as unit where unit.level = 'COMMUNE' and unit.code = any ($1)
            union
            select commune.code, link.successor_id
            from commune join organizations.administrative_unit_succession as link on link.predecessor_id = commune.id
        )
        select code, id from commune
        """;

    /// <summary>The unit that bears a code on a day, or null. The number of digits says the level.</summary>
    public async Task<AdministrativeUnit?> FindByCodeAsync(string code, DateOnly day, CancellationToken cancellationToken)
    {
        if (LevelOf(code) is not { } level)
            return null;
        var found = await ReadAsync(FindByCodeSql, ReadUnit, cancellationToken, EnumText.Of(level), code, day);
        return found.SingleOrDefault();
    }

    /// <summary>The units of these keys.</summary>
    public async Task<IReadOnlyDictionary<int, AdministrativeUnit>> FindAsync(
        IReadOnlyCollection<int> ids, CancellationToken cancellationToken)
    {
        var found = await ReadAsync(FindSql, ReadUnit, cancellationToken, ids.ToArray());
        return found.ToDictionary(unit => unit.Id);
    }

    /// <summary>The units of a level on a day by code, at most <paramref name="limit"/>.</summary>
    public Task<List<AdministrativeUnit>> ListAsync(
        AdministrativeLevel level, DateOnly day, int? parentId, string? search, int limit, CancellationToken cancellationToken) => ReadAsync(
            ListSql,
            ReadUnit,
            cancellationToken,
            EnumText.Of(level),
            day,
            parentId,
            string.IsNullOrWhiteSpace(search) ? null : VietnameseText.SearchKey(search),
            limit);

    /// <summary>What each unit was made of.</summary>
    public Task<ILookup<int, AdministrativeUnit>> PredecessorsAsync(IReadOnlyCollection<int> ids, CancellationToken cancellationToken) =>
        LinkedAsync(PredecessorsSql, ids, cancellationToken);

    /// <summary>What became of each unit.</summary>
    public Task<ILookup<int, AdministrativeUnit>> SuccessorsAsync(IReadOnlyCollection<int> ids, CancellationToken cancellationToken) =>
        LinkedAsync(SuccessorsSql, ids, cancellationToken);

    /// <summary>The communes that bear, or once bore, these codes, and what became of them.</summary>
    public async Task<ILookup<string, int>> CommunesAndSuccessorsAsync(IReadOnlyCollection<string> codes, CancellationToken cancellationToken)
    {
        var rows = await ReadAsync(CommunesSql, row => (Code: row.GetString(0), Id: row.GetInt32(1)), cancellationToken, (object)codes.Distinct().ToArray());
        return rows.ToLookup(row => row.Code, row => row.Id);
    }

    private async Task<ILookup<int, AdministrativeUnit>> LinkedAsync(
        string sql, IReadOnlyCollection<int> ids, CancellationToken cancellationToken)
    {
        var rows = await ReadAsync(sql, row => (Of: row.GetInt32(9), Unit: ReadUnit(row)), cancellationToken, ids.ToArray());
        return rows.ToLookup(row => row.Of, row => row.Unit);
    }

    private async Task<List<T>> ReadAsync<T>(
        string sql, Func<DbDataReader, T> read, CancellationToken cancellationToken, params object?[] values)
    {
        await using var command = dataSources.Neutral.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(ToParameter(value));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(read(reader));
        return rows;
    }

    private static NpgsqlParameter ToParameter(object? value) => new() { Value = value ?? DBNull.Value };

    private static AdministrativeUnit ReadUnit(DbDataReader row) => new(
        row.GetInt32(0),
        row.GetString(1),
        EnumText.Read<AdministrativeLevel>(row.GetString(2)),
        row.GetString(3),
        row.GetString(4),
        row.GetString(5),
        row.IsDBNull(6) ? null : row.GetInt32(6),
        row.GetFieldValue<DateOnly>(7),
        row.IsDBNull(8) ? null : row.GetFieldValue<DateOnly>(8));

    private static AdministrativeLevel? LevelOf(string code) => code.Length switch
    {
        2 => AdministrativeLevel.Province,
        3 => AdministrativeLevel.District,
        5 => AdministrativeLevel.Commune,
        _ => null,
    };
}
