using Npgsql;
using NpgsqlTypes;

namespace Modular.Bench.Limit.Workloads;

/// <summary>
/// W7a: a member's phone number is changed if the version is still the one that was read; the change stands in the history, and what
/// was written is read back, in one transaction.
/// </summary>
internal sealed class ChangedPhone(NpgsqlDataSource database, short province)
{
    private const string UpdateSql =
        """
        with before as (select phone from members.member where province_id = $1 and id = $2 and version = $3),
        changed as (
            update members.member set phone = $4, version = version + 1
            where province_id = $1 and id = $2 and version = $3 returning id, phone, version),
        written as (
            insert into kernel.edits (province_id, generation, module, entity, entity_id, entity_key, action, changes, made_at, user_name)
            select $1, (select generation from kernel.outbox_generation), 'members', 'Member', changed.id, jsonb_build_object('Id', changed.id), 'CHANGED',
                jsonb_build_object('Phone', jsonb_build_array(before.phone, changed.phone)), $5, 'limit'
            from changed, before)
        select id, phone, version from changed
        """;

    public async Task AnswerAsync(HttpContext http)
    {
        var variables = await RequestBody.ReadAsync(http.Request);
        await using var connection = await database.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(UpdateSql, connection);
        command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = province });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = RequestBody.KeyOf(variables.Id) });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = variables.Version });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = variables.Phone });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = TimeProvider.System.GetUtcNow(), NpgsqlDbType = NpgsqlDbType.TimestampTz });
        using var json = new JsonBytes();
        await using (var row = await command.ExecuteReaderAsync())
        {
            if (!await row.ReadAsync())
            {
                http.Response.StatusCode = StatusCodes.Status409Conflict;
                return;
            }

            json.Raw("{\"data\":{\"updateMember\":{\"member\":{\"id\":"u8);
            json.Id("Member:"u8, row.GetGuid(0));
            json.Raw(",\"phone\":"u8);
            json.Text(row, 1);
            json.Raw(",\"version\":"u8);
            json.Number(row.GetInt32(2));
            json.Raw("},\"errors\":[]}}}"u8);
        }

        await json.SendAsync(http.Response);
    }
}
