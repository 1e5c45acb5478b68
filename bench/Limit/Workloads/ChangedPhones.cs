using Npgsql;
using NpgsqlTypes;

namespace Modular.Bench.Limit.Workloads;

/// <summary>
/// W7: the phone numbers of thirty members are changed, all or none, if the versions are still those that were read; each change stands in
/// the history, and what was written is read back, in one statement.
/// </summary>
internal sealed class ChangedPhones(NpgsqlDataSource database, short province)
{
    private const string UpdateSql =
        """
        with given as (
            select given.*, member.phone as before
            from unnest($2, $3, $4) with ordinality as given (id, version, phone, position)
            join members.member as member on member.province_id = $1 and member.id = given.id and member.version = given.version),
        changed as (
            update members.member as member set phone = given.phone, version = given.version + 1
            from given
            where member.province_id = $1 and member.id = given.id and member.version = given.version and (select count(*) from given) = cardinality($2)
            returning member.id, member.phone, member.version, member.organization_id, given.before, given.position),
        written as (
            insert into kernel.edits (
                province_id, generation, module, entity, entity_id, subject_id, organization_id, action, changes, made_at, user_name)
            select $1, (select generation from kernel.outbox_generation), 'members', 'Member', id, id, organization_id, 'CHANGED',
                jsonb_build_object('phone', jsonb_build_object('before', before, 'after', phone)), $5, 'limit'
            from changed)
        select id, phone, version from changed order by position
        """;

    public async Task AnswerAsync(HttpContext http)
    {
        var changes = await RequestBody.ReadChangesAsync(http.Request);
        await using var connection = await database.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(UpdateSql, connection);
        command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = province });
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. changes.Select(change => change.MemberId)] });
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = [.. changes.Select(change => change.Version)] });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. changes.Select(change => change.Phone)] });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = TimeProvider.System.GetUtcNow(), NpgsqlDbType = NpgsqlDbType.TimestampTz });
        using var json = new JsonBytes();
        json.Raw("{\"data\":{\"updateMembers\":{\"members\":["u8);
        var count = 0;
        await using (var row = await command.ExecuteReaderAsync())
        {
            for (; await row.ReadAsync(); count++)
            {
                json.Raw(count == 0 ? "{\"id\":"u8 : ",{\"id\":"u8);
                json.Id("Member:"u8, row.GetGuid(0));
                json.Raw(",\"phone\":"u8);
                json.Text(row, 1);
                json.Raw(",\"version\":"u8);
                json.Number(row.GetInt32(2));
                json.Raw((byte)'}');
            }
        }

        if (count < changes.Count)
        {
            http.Response.StatusCode = StatusCodes.Status409Conflict;
            return;
        }

        json.Raw("],\"errors\":[]}}}"u8);
        await json.SendAsync(http.Response);
    }
}
