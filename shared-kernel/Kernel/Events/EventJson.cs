using System.Text.Json;
using System.Text.Json.Serialization;

namespace Modular.Kernel.Events;

/// <summary>How events are written down: camel case, enumerations by name, so that they read well in the outbox.</summary>
public static class EventJson
{
    /// <summary>The options for writing and reading stored events.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };
}
