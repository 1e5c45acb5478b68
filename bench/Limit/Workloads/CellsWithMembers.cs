using Npgsql;

namespace Modular.Bench.Limit.Workloads;

/// <summary>W3: 20 cells with ten members each, and of each member the card in force and the statuses, the latest first.</summary>
internal sealed class CellsWithMembers(NpgsqlDataSource database, short province, DateOnly today)
{
    private const string Sql =
        """
        select o.id, o.name, m.id, m.full_name, c.number, c.valid_from, s.status, s.valid_from, s.valid_to
        from (
            select t.id, t.name, t.sort_key from organizations.organization as t
            where t.province_id = $1 and t.kind = 'CELL'
                and t.founded_on <= $2 and (t.ended_on is null or $2 < t.ended_on) and t.state <> 'DRAFT'
            order by t.sort_key, t.id limit $3) as o
        left join lateral (
            select t.id, t.full_name, t.sort_key from members.member as t
            where t.province_id = $1 and t.organization_id = o.id
            order by t.sort_key, t.id limit 10) as m on true
        left join lateral (
            select t.number, lower(t.valid) as valid_from from members.party_card as t
            where t.province_id = $1 and t.member_id = m.id and t.valid @> $2
            order by t.first_day desc, t.id desc limit 1) as c on true
        left join lateral (
            select t.id, t.status, lower(t.valid) as valid_from, upper(t.valid) - 1 as valid_to, t.first_day from members.membership_status as t
            where t.province_id = $1 and t.member_id = m.id) as s on true
        order by o.sort_key, o.id, m.sort_key, m.id, s.first_day desc, s.id desc
        """;

    public async Task AnswerAsync(HttpContext http)
    {
        var cells = http.Request.Query["cells"] is [{ } given] ? int.Parse(given, System.Globalization.CultureInfo.InvariantCulture) : 20;
        await RequestBody.ReadAsync(http.Request);
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = province });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = today });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = cells });
        using var json = new JsonBytes();
        await using (var row = await command.ExecuteReaderAsync())
            await WriteAsync(json, row);
        await json.SendAsync(http.Response);
    }

    // The rows come flat, a status each, in the order of the answer; a new key opens a new cell or member.
    private static async Task WriteAsync(JsonBytes json, NpgsqlDataReader row)
    {
        Guid? cell = null, member = null;
        json.Raw("{\"data\":{\"organizations\":{\"nodes\":["u8);
        while (await row.ReadAsync())
        {
            if (row.GetGuid(0) != cell)
            {
                Close(json, member is not null, cell is not null);
                (cell, member) = (row.GetGuid(0), null);
                OpenCell(json, row);
            }

            if (row.IsDBNull(2))
                continue;
            if (row.GetGuid(2) != member)
            {
                if (member is not null)
                    json.Raw("]},"u8);
                member = row.GetGuid(2);
                OpenMember(json, row);
            }
            else
            {
                json.Raw((byte)',');
            }

            WriteStatus(json, row);
        }

        if (member is not null)
            json.Raw("]}"u8);
        json.Raw(cell is null ? "]}}}"u8 : "]}}]}}}"u8);
    }

    private static void Close(JsonBytes json, bool hasMember, bool hasCell)
    {
        if (hasMember)
            json.Raw("]}"u8);
        if (hasCell)
            json.Raw("]}},"u8);
    }

    private static void OpenCell(JsonBytes json, NpgsqlDataReader row)
    {
        json.Raw("{\"id\":"u8);
        json.Id("Organization:"u8, row.GetGuid(0));
        json.Raw(",\"name\":"u8);
        json.Text(row, 1);
        json.Raw(",\"members\":{\"nodes\":["u8);
    }

    private static void OpenMember(JsonBytes json, NpgsqlDataReader row)
    {
        json.Raw("{\"id\":"u8);
        json.Id("Member:"u8, row.GetGuid(2));
        json.Raw(",\"fullName\":"u8);
        json.Text(row, 3);
        json.Raw(",\"card\":"u8);
        if (row.IsDBNull(4))
        {
            json.Raw("null"u8);
        }
        else
        {
            json.Raw("{\"number\":"u8);
            json.Text(row, 4);
            json.Raw(",\"validFrom\":"u8);
            json.Date(row, 5);
            json.Raw((byte)'}');
        }

        json.Raw(",\"statuses\":["u8);
    }

    private static void WriteStatus(JsonBytes json, NpgsqlDataReader row)
    {
        if (row.IsDBNull(6))
            return;
        json.Raw("{\"status\":"u8);
        json.Text(row, 6);
        json.Raw(",\"validFrom\":"u8);
        json.Date(row, 7);
        json.Raw(",\"validTo\":"u8);
        json.Date(row, 8);
        json.Raw((byte)'}');
    }
}
