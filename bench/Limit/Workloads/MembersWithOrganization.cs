using Npgsql;

namespace Modular.Bench.Limit.Workloads;

/// <summary>W2: the first 50 members with the names of their organizations.</summary>
internal sealed class MembersWithOrganization(NpgsqlDataSource database, short province)
{
    private const string Sql =
        $"""
        select {MemberFields.Columns}, o.name
        from members.member as m left join organizations.organization as o on o.province_id = m.province_id and o.id = m.organization_id
        where m.province_id = $1 order by m.sort_key, m.id limit 50
        """;

    public async Task AnswerAsync(HttpContext http)
    {
        await RequestBody.ReadAsync(http.Request);
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = province });
        using var json = new JsonBytes();
        json.Raw("{\"data\":{\"members\":{\"nodes\":["u8);
        await using (var row = await command.ExecuteReaderAsync())
        {
            for (var index = 0; await row.ReadAsync(); index++)
            {
                if (index > 0)
                    json.Raw((byte)',');
                MemberFields.Write(json, row);
                json.Raw(",\"organization\":{\"name\":"u8);
                json.Text(row, MemberFields.Count);
                json.Raw("}}"u8);
            }
        }

        json.Raw("]}}}"u8);
        await json.SendAsync(http.Response);
    }
}
