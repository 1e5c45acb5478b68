using System.Collections;
using System.Text;
using System.Text.Json;

namespace Modular.GraphQL.Response;

/// <summary>Writes the free-form parts of a response: the <c>extensions</c> of the response and of its errors.</summary>
internal static class JsonValues
{
    /// <summary>Writes null, strings, booleans, numbers, JSON, and lists and maps of these.</summary>
    /// <exception cref="ArgumentException">The value is of another kind.</exception>
    public static void Write(object? value, JsonSink sink)
    {
        switch (value)
        {
            case null:
                sink.WriteNull();
                break;
            case string text:
                sink.WriteString(text);
                break;
            case bool truth:
                sink.WriteBoolean(truth);
                break;
            case int number:
                sink.WriteInt(number);
                break;
            case long number:
                sink.WriteLong(number);
                break;
            case double number:
                sink.WriteDouble(number);
                break;
            case decimal number:
                sink.WriteDecimal(number);
                break;
            case Guid id:
                sink.WriteGuid(id);
                break;
            case DateOnly day:
                sink.WriteDate(day);
                break;
            case DateTimeOffset moment:
                sink.WriteDateTime(moment);
                break;
            case JsonElement json:
                sink.WriteRaw(Encoding.UTF8.GetBytes(json.GetRawText()));
                break;
            case IEnumerable<KeyValuePair<string, object?>> map:
                WriteMap(map, sink);
                break;
            case IEnumerable list:
                WriteList(list, sink);
                break;
            default:
                throw new ArgumentException($"A value of the CLR type {value.GetType()} has no place in extensions.", nameof(value));
        }
    }

    public static void WriteMap(IEnumerable<KeyValuePair<string, object?>> map, JsonSink sink)
    {
        var separator = (byte)'{';
        foreach (var (key, value) in map)
        {
            sink.WriteRaw(separator);
            sink.WriteString(key);
            sink.WriteRaw((byte)':');
            Write(value, sink);
            separator = (byte)',';
        }

        if (separator == (byte)'{') sink.WriteRaw((byte)'{');
        sink.WriteRaw((byte)'}');
    }

    private static void WriteList(IEnumerable list, JsonSink sink)
    {
        var separator = (byte)'[';
        foreach (var item in list)
        {
            sink.WriteRaw(separator);
            Write(item, sink);
            separator = (byte)',';
        }

        if (separator == (byte)'[') sink.WriteRaw((byte)'[');
        sink.WriteRaw((byte)']');
    }
}
