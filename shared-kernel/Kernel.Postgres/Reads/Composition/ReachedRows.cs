namespace Modular.Kernel.Postgres.Reads;

/// <summary>Of how many rows a statement asks whether the user's reach covers them, which decides how it asks (decision 30).</summary>
internal enum ReachedRows
{
    /// <summary>Of all that fit its conditions: figures.</summary>
    All,

    /// <summary>Of so many as fill a page in some order.</summary>
    Page,

    /// <summary>Of a few that are known by their keys or belong to one parent.</summary>
    Few,
}
