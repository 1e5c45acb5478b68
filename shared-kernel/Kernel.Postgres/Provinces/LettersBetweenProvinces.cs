using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Scopes;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Provinces;
using Npgsql;
using NpgsqlTypes;

namespace Modular.Kernel.Postgres.Provinces;

/// <inheritdoc />
internal sealed class LettersBetweenProvinces(ScopeTransaction transaction, CurrentScope scope, ProvinceDataSources dataSources) : ILettersBetweenProvinces
{
    private const string AddresseesSql =
        """
        select p.id, p.slug, p.name, p.vietnamese_name
        from kernel.provinces p join kernel.province_modules m on m.province_id = p.id and m.module = $1 and m.enabled
        where p.id <> $2 order by p.vietnamese_name collate "C"
        """;

    private const string ReadSql = "select content::text from kernel.letters where province_id = $1 and id = $2 and state = 'OPEN'";

    public async Task<IReadOnlyList<Province>> AddresseesAsync(string module, CancellationToken cancellationToken)
    {
        await using var command = dataSources.Neutral.CreateCommand(AddresseesSql);
        command.Parameters.Add(new NpgsqlParameter { Value = module });
        command.Parameters.Add(new NpgsqlParameter { Value = scope.Province.Id.Value });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var provinces = new List<Province>();
        while (await reader.ReadAsync(cancellationToken))
            provinces.Add(new Province(new ProvinceId(reader.GetInt16(0)), reader.GetString(1), reader.GetString(2), reader.GetString(3)));
        return provinces;
    }

    public async Task SendAsync(Guid letterId, ProvinceId addressee, string kind, string content, CancellationToken cancellationToken)
    {
        await using var command = Command("select kernel.send_letter($1, $2, $3, $4)");
        command.Parameters.Add(new NpgsqlParameter { Value = letterId });
        command.Parameters.Add(new NpgsqlParameter { Value = addressee.Value });
        command.Parameters.Add(new NpgsqlParameter { Value = kind });
        command.Parameters.Add(CommitStatements.Typed(content, NpgsqlDbType.Jsonb));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<bool> RecallAsync(Guid letterId, ProvinceId addressee, CancellationToken cancellationToken)
    {
        await using var command = Command("select kernel.recall_letter($1, $2)");
        command.Parameters.Add(new NpgsqlParameter { Value = letterId });
        command.Parameters.Add(new NpgsqlParameter { Value = addressee.Value });
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    public async Task<string?> ReadAsync(Guid letterId, CancellationToken cancellationToken)
    {
        await using var command = Command(ReadSql);
        command.Parameters.Add(new NpgsqlParameter { Value = scope.Province.Id.Value });
        command.Parameters.Add(new NpgsqlParameter { Value = letterId });
        return await command.ExecuteScalarAsync(cancellationToken) as string;
    }

    public async Task<bool> AnswerAsync(Guid letterId, bool isAccepted, string answer, CancellationToken cancellationToken)
    {
        await using var command = Command("select kernel.answer_letter($1, $2, $3)");
        command.Parameters.Add(new NpgsqlParameter { Value = letterId });
        command.Parameters.Add(new NpgsqlParameter { Value = isAccepted });
        command.Parameters.Add(CommitStatements.Typed(answer, NpgsqlDbType.Jsonb));
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    private NpgsqlCommand Command(string sql) => new(sql, transaction.Require().Connection);
}
