using System.Collections.Immutable;
using Modular.GraphQL.Language;

namespace Modular.GraphQL.Execution;

/// <summary>Gives errors of resolvers their place.</summary>
internal static class ErrorPlaces
{
    /// <summary>The error with a path, and with locations unless it has its own.</summary>
    public static GraphQLError At(this GraphQLError error, ImmutableArray<object> path, ImmutableArray<SourceLocation> locations) => new(error.Message)
    {
        Locations = error.Locations.IsEmpty ? locations : error.Locations,
        Path = path,
        Code = error.Code,
        Extensions = error.Extensions,
        Exception = error.Exception,
    };
}
