using Modular.DataProtection.Contracts;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Retention;

namespace Modular.DataProtection.Retention;

/// <summary>What is no more to be kept on a day, by the policy in force then; nothing is changed by asking (chạy thử).</summary>
/// <param name="AsOf">The day.</param>
/// <param name="PersonCount">Of how many persons data of any class are due.</param>
/// <param name="Classes">What is due of each class of data about persons (nhóm dữ liệu); it takes an erasure.</param>
/// <param name="Records">What is due by its age, whomever it is about.</param>
[Classified(DataClass.Internal)]
internal sealed record RetentionPlan(DateOnly AsOf, int PersonCount, IReadOnlyList<ClassRetention> Classes, IReadOnlyList<RecordRetention> Records);

/// <summary>How long a class of data is kept, and what of it is due.</summary>
/// <param name="Class">The class.</param>
/// <param name="Years">For how many years after somebody left the Party, died or was removed it is kept.</param>
/// <param name="Instrument">The text that fixes the period (văn bản quy định); null where none does.</param>
/// <param name="LeftBefore">Whoever left before this day may be erased. <c>members(where: {leftOn: {lt: …}})</c> lists them.</param>
/// <param name="PersonCount">How many of them are not erased yet.</param>
/// <param name="Tables">Through how many rows of each kind an erasure would go.</param>
[Classified(DataClass.Internal)]
internal sealed record ClassRetention(
    RetentionClass Class, int Years, string? Instrument, DateOnly LeftBefore, int PersonCount, IReadOnlyList<RetentionTable> Tables);

/// <summary>How much of a kind of record is due.</summary>
/// <param name="KeptBy">The module, or the part of the system, that keeps it.</param>
/// <param name="Name">The kind of record.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="ErasedColumns">The columns that would be erased.</param>
[Classified(DataClass.Internal)]
internal sealed record RetentionTable(string KeptBy, string Name, int Rows, IReadOnlyList<string> ErasedColumns);

/// <summary>Records that go when they have come of age.</summary>
/// <param name="Name">The stable name.</param>
/// <param name="Title">What they are, in the language of the request.</param>
/// <param name="Before">Records from before this moment go.</param>
/// <param name="Rows">How many there are now.</param>
/// <param name="RemovedBy">Who removes them.</param>
[Classified(DataClass.Internal)]
internal sealed record RecordRetention(string Name, string Title, DateTimeOffset Before, int Rows, RemovedBy RemovedBy);

/// <summary>Who removes records that have come of age.</summary>
internal enum RemovedBy
{
    /// <summary>The system itself, every day (hệ thống tự xóa hằng ngày).</summary>
    System,

    /// <summary>An operator, after they were put into an archive (người vận hành, sau khi lưu trữ).</summary>
    Operator,
}

[QueryType]
internal static class RetentionQueries
{
    /// <summary>What is no more to be kept (PD-15), by class and table; a dry run of an erasure. Null for whoever may not see the whole province.</summary>
    /// <param name="planning">Finds what is due.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <param name="asOf">As of this day, of what is kept now; today where it is left out.</param>
    [Requires(DataProtectionPermissions.PlanRetention)]
    public static Task<RetentionPlan?> GetRetentionPlanAsync(RetentionPlanning planning, CancellationToken cancellationToken, DateOnly? asOf = null) =>
        planning.PlanAsync(asOf, cancellationToken);
}
