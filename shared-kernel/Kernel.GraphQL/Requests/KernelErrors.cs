using System.Collections.Immutable;
using Modular.GraphQL;
using Modular.GraphQL.Execution;

namespace Modular.Kernel.GraphQL;

/// <summary>Errors that the kernel gives in several places.</summary>
public static class KernelErrors
{
    /// <summary>The entry of <c>extensions</c> in which a <c>FORBIDDEN</c> names the permission that is lacking.</summary>
    public const string Permission = "permission";

    /// <summary>The user lacks a permission.</summary>
    /// <param name="message">What the user may not do, in English.</param>
    /// <param name="permission">The permission that it takes.</param>
    public static GraphQLError Lacks(string message, string permission) => new(message)
    {
        Code = KernelErrorCodes.Forbidden,
        Extensions = ImmutableDictionary<string, object?>.Empty.Add(Permission, permission),
    };

    /// <summary>The user holds the permission for a part of the province only, and what is asked concerns all of it.</summary>
    /// <param name="permission">The permission.</param>
    public static GraphQLException LacksForWholeProvince(string permission) =>
        new(Lacks($"This takes the permission '{permission}' for the whole province.", permission));
}
