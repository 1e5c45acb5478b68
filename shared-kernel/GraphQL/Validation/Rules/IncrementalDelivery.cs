using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Validation.Rules;

/// <summary>The directives of incremental delivery, which is a draft: the rules about them speak only where a schema defines
/// them.</summary>
internal static class IncrementalDelivery
{
    public const string Defer = "defer";

    public const string Stream = "stream";

    public static bool IsKnownTo(Schema schema) => schema.FindDirective(Defer) is not null || schema.FindDirective(Stream) is not null;
}
