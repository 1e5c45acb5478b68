using System.Collections.Frozen;
using Modular.Kernel.Access;

namespace Modular.Kernel.Postgres.Reads;

/// <summary>What one run of a statement binds to its parameters.</summary>
/// <param name="province">The key of the province.</param>
/// <param name="today">The day that it is now in Vietnam.</param>
/// <param name="access">Who is asking.</param>
internal sealed class ReadValues(short province, DateOnly today, ICurrentAccess access)
{
    /// <summary>The key of the province.</summary>
    public short Province { get; } = province;

    /// <summary>The day that it is now in Vietnam.</summary>
    public DateOnly Today { get; } = today;

    /// <summary>The keys of the parents, each once.</summary>
    public Guid[] Keys { get; init; } = [];

    /// <summary>How many rows are read at most, for each parent where there are parents.</summary>
    public int Limit { get; init; }

    /// <summary>The values of filter, search and cursor, numbered.</summary>
    public IReadOnlyList<object?> Slots { get; init; } = [];

    /// <summary>The values of a statement field's arguments, by name; those left out are missing.</summary>
    public IReadOnlyDictionary<string, object?> Arguments { get; init; } = FrozenDictionary<string, object?>.Empty;

    /// <summary>The account of whoever asks, or null for the system itself.</summary>
    public Guid? UserId => access.UserId;

    /// <summary>Where the user may do this.</summary>
    public PermissionScope ScopeOf(string permission) => access.ScopeOf(permission);

    /// <summary>Whether the user may do this anywhere at all.</summary>
    public bool Holds(string permission) => access.Holds(permission);

    /// <summary>The argument's value, or what stands for it where the request leaves it out.</summary>
    public object? ArgumentOf(SqlArgument argument) =>
        Arguments.TryGetValue(argument.Name, out var value) && value is not null ? value : argument.WhenLeftOut?.Invoke(this);
}
