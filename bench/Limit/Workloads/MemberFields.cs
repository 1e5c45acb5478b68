using Npgsql;

namespace Modular.Bench.Limit.Workloads;

/// <summary>The fields of a member that several workloads show.</summary>
internal static class MemberFields
{
    public const string Columns = "m.id, m.full_name, m.sex, m.birth_date, m.ethnic_group, m.status, m.joined_on, m.card_number";

    public const int Count = 8;

    /// <summary>Writes a member up to its last field, without the closing bracket.</summary>
    public static void Write(JsonBytes json, NpgsqlDataReader row)
    {
        json.Raw("{\"id\":"u8);
        json.Id("Member:"u8, row.GetGuid(0));
        json.Raw(",\"fullName\":"u8);
        json.Text(row, 1);
        json.Raw(",\"sex\":"u8);
        json.Text(row, 2);
        json.Raw(",\"birthDate\":"u8);
        json.Date(row, 3);
        json.Raw(",\"ethnicGroup\":"u8);
        json.Text(row, 4);
        json.Raw(",\"status\":"u8);
        json.Text(row, 5);
        json.Raw(",\"joinedOn\":"u8);
        json.Date(row, 6);
        json.Raw(",\"cardNumber\":"u8);
        json.Text(row, 7);
    }
}
