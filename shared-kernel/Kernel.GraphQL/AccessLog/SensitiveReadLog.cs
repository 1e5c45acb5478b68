using Modular.GraphQL.Execution;
using Modular.GraphQL.Planning;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.AccessLog;
using Modular.Kernel.Provinces;

namespace Modular.Kernel.GraphQL;

/// <summary>
/// Gathers what a level of a request shows of sensitive personal data and has it written to the log when the level has been started: one row for
/// all fields of the same objects. Whoever shows a value waits for the row; without it the value is not shown.
/// </summary>
internal sealed class SensitiveReadLog(SensitiveReadWriter writer, ProvinceId province, ICurrentAccess access, ReadCircumstances circumstances, TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly List<SensitiveRead> written = [];
    private List<NotedRead> noted = [];

    /// <summary>What was written so far.</summary>
    public IReadOnlyList<SensitiveRead> Written => written;

    /// <summary>Notes that a field of objects is shown.</summary>
    /// <param name="field">The field.</param>
    /// <param name="shown">Of which objects.</param>
    /// <param name="permission">The permission that opens the field; null where none does.</param>
    /// <returns>Completes when the log has been written, which the end of the level's start does.</returns>
    public Task NoteAsync(PlannedField field, ShownObjects shown, string? permission)
    {
        lock (gate)
        {
            var known = noted.Find(known => ReferenceEquals(known.Parents, shown.Parents) && known.Permission == permission);
            var read = known ?? new NotedRead(field.ParentType.Name, shown.Parents, permission);
            if (!shown.AddSubjectsTo(read.Subjects))
                return Task.CompletedTask;
            if (known is null)
                noted.Add(read);
            read.Fields.Add(field.Field.Name);
            return read.Completion.Task;
        }
    }

    /// <summary>Has what was noted written.</summary>
    public void Write(string? operation)
    {
        foreach (var read in Take())
        {
            var logged = new SensitiveRead(
                read.SubjectType, [.. read.Fields], [.. read.Subjects], circumstances.Purpose ?? read.Permission ?? read.SubjectType);
            _ = FinishAsync(read, new LoggedRead(logged, access.UserId, access.UserName, circumstances, operation, clock.GetUtcNow()));
        }
    }

    private List<NotedRead> Take()
    {
        lock (gate)
        {
            var taken = noted;
            noted = [];
            return taken;
        }
    }

    private async Task FinishAsync(NotedRead read, LoggedRead logged)
    {
        try
        {
            await writer.WriteAsync(province, logged);
            lock (gate)
                written.Add(logged.Read);
            read.Completion.SetResult();
        }
        catch (Exception failure)
        {
            // Given to the fields that wait, which then show nothing.
            read.Completion.SetException(failure);
        }
    }

    /// <summary>What one level shows of the same objects.</summary>
    private sealed class NotedRead(string subjectType, Rows parents, string? permission)
    {
        public string SubjectType { get; } = subjectType;

        public Rows Parents { get; } = parents;

        public string? Permission { get; } = permission;

        public SortedSet<string> Fields { get; } = new(StringComparer.Ordinal);

        public HashSet<Guid> Subjects { get; } = [];

        public TaskCompletionSource Completion { get; } = new();
    }
}
