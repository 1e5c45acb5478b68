namespace Modular.Kernel.GraphQL;

/// <summary>What a user needs for a field: a permission, or nothing, for a reason that is spelled out.</summary>
/// <param name="Permission">The permission, or null where the field is open to every signed-in user of the province.</param>
/// <param name="Reason">Why it is open, or null.</param>
internal sealed record Requirement(string? Permission, string? Reason)
{
    public static Requirement Of(string permission)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(permission);
        return new Requirement(permission, null);
    }

    public static Requirement Public(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return new Requirement(null, reason);
    }
}
