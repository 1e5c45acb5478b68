using Npgsql;

namespace Modular.Bench.Limit.Workloads;

/// <summary>W5: the first 1,000 members with ten fields, in five pages of 200.</summary>
internal sealed class ThousandMembers(NpgsqlDataSource database, short province)
{
    private const int PageSize = 200;
    private const string Sql =
        $"""
        select {MemberFields.Columns}, m.occupation, m.official_on
        from members.member as m where m.province_id = $1 order by m.sort_key, m.id limit 1000
        """;

    public async Task AnswerAsync(HttpContext http)
    {
        await RequestBody.ReadAsync(http.Request);
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = province });
        using var json = new JsonBytes();
        json.Raw("{\"data\":{"u8);
        await using (var row = await command.ExecuteReaderAsync())
        {
            for (var index = 0; await row.ReadAsync(); index++)
            {
                Separate(json, index);
                MemberFields.Write(json, row);
                json.Raw(",\"occupation\":"u8);
                json.Text(row, MemberFields.Count);
                json.Raw(",\"officialOn\":"u8);
                json.Date(row, MemberFields.Count + 1);
                json.Raw((byte)'}');
            }
        }

        json.Raw("]}}}"u8);
        await json.SendAsync(http.Response);
    }

    private static void Separate(JsonBytes json, int index)
    {
        if (index % PageSize > 0)
        {
            json.Raw((byte)',');
            return;
        }

        json.Raw(index == 0 ? "\"page"u8 : "]},\"page"u8);
        json.Number((index / PageSize) + 1);
        json.Raw("\":{\"nodes\":["u8);
    }
}
