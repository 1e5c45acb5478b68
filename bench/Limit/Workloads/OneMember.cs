using Npgsql;

namespace Modular.Bench.Limit.Workloads;

/// <summary>W1: one member by id, eight scalars.</summary>
internal sealed class OneMember(NpgsqlDataSource database, short province)
{
    private const string Sql = $"select {MemberFields.Columns} from members.member as m where m.province_id = $1 and m.id = $2";

    public async Task AnswerAsync(HttpContext http)
    {
        var variables = await RequestBody.ReadAsync(http.Request);
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = province });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = RequestBody.KeyOf(variables.Id) });
        using var json = new JsonBytes();
        await using (var row = await command.ExecuteReaderAsync())
        {
            json.Raw("{\"data\":{\"member\":"u8);
            if (await row.ReadAsync())
            {
                MemberFields.Write(json, row);
                json.Raw("}}}"u8);
            }
            else
            {
                json.Raw("null}}"u8);
            }
        }

        await json.SendAsync(http.Response);
    }
}
