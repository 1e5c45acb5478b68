namespace Modular.Kernel.Postgres.AccessLog;

/// <summary>
/// Sensitive personal data that a request is shown (Law 91/2025/QH15; PD-07, PD-15): whose and which, never the values.
/// </summary>
/// <param name="SubjectType">The type of the objects, as the schema names it.</param>
/// <param name="Fields">The fields that are shown of them.</param>
/// <param name="Subjects">Whose data it is: the keys of members where the objects belong to members, else the keys of the objects.</param>
/// <param name="Purpose">What for: the purpose that the client gave, or the permission that opened the fields.</param>
public sealed record SensitiveRead(string SubjectType, IReadOnlyList<string> Fields, IReadOnlyList<Guid> Subjects, string Purpose);

/// <summary>A row of the log: a read, by whom and when.</summary>
internal sealed record LoggedRead(SensitiveRead Read, Guid? UserId, string UserName, ReadCircumstances Circumstances, string? Operation, DateTimeOffset At);

/// <summary>Under which circumstances somebody reads; what the log tells beside whose data it was.</summary>
/// <param name="Purpose">The purpose that the client gave (<c>X-Purpose</c>); null where it gave none.</param>
/// <param name="Client">The program that asks, as it calls itself.</param>
/// <param name="RequestId">What finds the request in traces and logs.</param>
public sealed record ReadCircumstances(string? Purpose, string? Client, string? RequestId)
{
    /// <summary>The longest text that is kept of each.</summary>
    public const int MostLetters = 200;

    /// <summary>Nothing is known.</summary>
    public static readonly ReadCircumstances None = new(null, null, null);
}
