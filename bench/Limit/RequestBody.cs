using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Modular.Bench.Limit;

/// <summary>Reads what a workload varies from the same request that the GraphQL servers get.</summary>
internal static class RequestBody
{
    /// <summary>The variables of a request: the members of its object <c>variables</c>, as texts.</summary>
    public static async ValueTask<RequestVariables> ReadAsync(HttpRequest request)
    {
        var body = await BufferAsync(request);
        var variables = RequestVariables.Of(new Utf8JsonReader(body));
        request.BodyReader.AdvanceTo(body.End);
        return variables;
    }

    /// <summary>The list of changes among the variables of a request.</summary>
    public static async ValueTask<List<PhoneChange>> ReadChangesAsync(HttpRequest request)
    {
        var body = await BufferAsync(request);
        var changes = PhoneChange.ListIn(new Utf8JsonReader(body));
        request.BodyReader.AdvanceTo(body.End);
        return changes;
    }

    /// <summary>The key in an opaque identifier.</summary>
    public static Guid KeyOf(string id)
    {
        Span<byte> plain = stackalloc byte[128];
        Base64Url.DecodeFromChars(id, plain, out _, out var length);
        var key = plain[..length];
        return Guid.Parse(Encoding.ASCII.GetString(key[(key.IndexOf((byte)':') + 1)..]));
    }

    private static async ValueTask<ReadOnlySequence<byte>> BufferAsync(HttpRequest request)
    {
        while (true)
        {
            var read = await request.BodyReader.ReadAsync();
            if (read.IsCompleted)
                return read.Buffer;
            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}

/// <summary>A member's new phone number.</summary>
/// <param name="MemberId">The member's key.</param>
/// <param name="Version">The version that was read.</param>
/// <param name="Phone">The number.</param>
internal readonly record struct PhoneChange(Guid MemberId, int Version, string Phone)
{
    /// <summary>The objects in the list <c>changes</c>; each ends with its phone number.</summary>
    public static List<PhoneChange> ListIn(Utf8JsonReader json)
    {
        var changes = new List<PhoneChange>();
        var (member, version) = (Guid.Empty, 0);
        while (json.Read())
        {
            if (json.TokenType != JsonTokenType.PropertyName)
                continue;
            if (json.ValueTextEquals("memberId"u8) && json.Read())
                member = RequestBody.KeyOf(json.GetString()!);
            else if (json.ValueTextEquals("expectedVersion"u8) && json.Read())
                version = json.GetInt32();
            else if (json.ValueTextEquals("phone"u8) && json.Read())
                changes.Add(new PhoneChange(member, version, json.GetString()!));
        }

        return changes;
    }
}

/// <summary>The variables of the workloads.</summary>
/// <param name="Id">The opaque identifier of a member.</param>
/// <param name="Phone">A phone number.</param>
/// <param name="Version">The version that was read.</param>
internal readonly record struct RequestVariables(string Id, string? Phone, int Version)
{
    public static RequestVariables Of(Utf8JsonReader json)
    {
        string id = "";
        string? phone = null;
        var version = 0;
        while (json.Read())
        {
            if (json.TokenType != JsonTokenType.PropertyName)
                continue;
            if (json.ValueTextEquals("id"u8))
                id = Next(ref json);
            else if (json.ValueTextEquals("phone"u8))
                phone = Next(ref json);
            else if (json.ValueTextEquals("version"u8) && json.Read())
                version = json.GetInt32();
        }

        return new RequestVariables(id, phone, version);
    }

    private static string Next(ref Utf8JsonReader json)
    {
        json.Read();
        return json.GetString()!;
    }
}
