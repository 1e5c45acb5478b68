using System.Collections.Immutable;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Language;

namespace Modular.GraphQL.Response;

/// <summary>Writes errors (specification, section 7.1.7).</summary>
internal static class ErrorWriter
{
    // Messages quote what the client sent, which may be long.
    private const int LongestMessage = 2000;

    /// <summary>Writes a list of errors.</summary>
    /// <param name="errors">The errors.</param>
    /// <param name="showExceptions">Whether exceptions are written in full, which is for development only.</param>
    /// <param name="context">The request.</param>
    /// <param name="sink">Where to.</param>
    public static void Write(IReadOnlyList<GraphQLError> errors, bool showExceptions, RequestContext context, JsonSink sink)
    {
        var texts = errors.Count > 0 ? context.Features.Get<IErrorTexts>() : null;
        sink.WriteRaw((byte)'[');
        for (var i = 0; i < errors.Count; i++)
        {
            if (i > 0) sink.WriteRaw((byte)',');
            Write(errors[i], texts?.TextOf(errors[i]) ?? errors[i].Message, showExceptions, sink);
        }

        sink.WriteRaw((byte)']');
    }

    private static void Write(GraphQLError error, string message, bool showExceptions, JsonSink sink)
    {
        sink.WriteRaw("{\"message\":"u8);
        sink.WriteString(Shorten(message));
        if (!error.Locations.IsEmpty) WriteLocations(error.Locations, sink);
        if (!error.Path.IsEmpty)
        {
            sink.WriteRaw(",\"path\":"u8);
            JsonValues.Write(error.Path, sink);
        }

        var extensions = ExtensionsOf(error, showExceptions);
        if (extensions.Count > 0)
        {
            sink.WriteRaw(",\"extensions\":"u8);
            JsonValues.WriteMap(extensions, sink);
        }

        sink.WriteRaw((byte)'}');
    }

    private static string Shorten(string message)
    {
        if (message.Length <= LongestMessage) return message;
        var length = char.IsHighSurrogate(message[LongestMessage - 1]) ? LongestMessage - 1 : LongestMessage;
        return message[..length] + "...";
    }

    private static void WriteLocations(ImmutableArray<SourceLocation> locations, JsonSink sink)
    {
        sink.WriteRaw(",\"locations\":["u8);
        for (var i = 0; i < locations.Length; i++)
        {
            sink.WriteRaw(i == 0 ? "{\"line\":"u8 : ",{\"line\":"u8);
            sink.WriteInt(locations[i].Line);
            sink.WriteRaw(",\"column\":"u8);
            sink.WriteInt(locations[i].Column);
            sink.WriteRaw((byte)'}');
        }

        sink.WriteRaw((byte)']');
    }

    // The same answer is written with the same text each time: the order of a hash is another one in each process.
    private static SortedDictionary<string, object?> ExtensionsOf(GraphQLError error, bool showExceptions)
    {
        var extensions = new SortedDictionary<string, object?>(error.Extensions, StringComparer.Ordinal);
        if (error.Code is not null) extensions["code"] = error.Code;
        if (showExceptions && error.Exception is not null) extensions["exception"] = error.Exception.ToString();
        return extensions;
    }
}
