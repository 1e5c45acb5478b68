using System.Text.Json;
using Modular.GraphQL.AspNetCore.Requests;

namespace Modular.GraphQL.AspNetCore.Streams.WebSockets;

/// <summary>A message of a client.</summary>
/// <param name="Type">Its type, as the protocol calls it.</param>
/// <param name="Id">The operation that it is about; empty where it is about none.</param>
/// <param name="Payload">The JSON text of its payload; empty where it has none. It lies in the memory that was read.</param>
internal readonly record struct ClientMessage(string Type, string Id, ReadOnlyMemory<byte> Payload)
{
    public const string ConnectionInit = "connection_init";
    public const string Ping = "ping";
    public const string Pong = "pong";
    public const string Subscribe = "subscribe";
    public const string Complete = "complete";

    /// <summary>Reads a message.</summary>
    /// <returns>The message; absent when it is not one of the protocol, for a reason that is told.</returns>
    public static ClientMessage? Read(ReadOnlyMemory<byte> json, out string problem)
    {
        problem = "A message must be JSON in UTF-8";
        if (!JsonText.IsUnicode(json.Span))
            return null;

        problem = "A message must be a JSON object with a type";
        try
        {
            var reader = new Utf8JsonReader(json.Span);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject || ReadMembers(ref reader, json) is not { } message)
                return null;

            // What follows the object is an error of its own.
            reader.Read();
            problem = message.WhyNotOfProtocol() ?? "";
            return problem.Length == 0 ? message : null;
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            problem = "A message must be JSON in UTF-8";
            return null;
        }
    }

    private static ClientMessage? ReadMembers(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json)
    {
        string? type = null, id = "";
        ReadOnlyMemory<byte> payload = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("type"u8))
                type = ReadText(ref reader);
            else if (reader.ValueTextEquals("id"u8))
                id = ReadText(ref reader);
            else if (reader.ValueTextEquals("payload"u8))
                payload = ReadPayload(ref reader, json);
            else
                reader.Skip();
        }

        return type is null || id is null ? null : new ClientMessage(type, id, payload);
    }

    private static string? ReadText(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
            return reader.GetString();
        reader.Skip();
        return null;
    }

    private static ReadOnlyMemory<byte> ReadPayload(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
            return default;
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return json[start..(int)reader.BytesConsumed];
    }

    private string? WhyNotOfProtocol() => Type switch
    {
        ConnectionInit or Ping or Pong => Payload.IsEmpty || IsObject ? null : $"The payload of {Type} must be an object",
        Subscribe when !IsObject => "The payload of subscribe must be an object",
        Subscribe or Complete => Id.Length > 0 ? null : $"The message {Type} needs an id",
        _ => "The type of a message is not known",
    };

    private bool IsObject => !Payload.IsEmpty && Payload.Span[0] == '{';
}
