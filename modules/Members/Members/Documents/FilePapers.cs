using System.Text.Json;
using Modular.Kernel.Events;
using Modular.Kernel.Postgres.Reads;
using Modular.Members.Quality;

namespace Modular.Members.Documents;

/// <summary>The stages at which papers come into the file of a member (MEM-07).</summary>
internal enum FileStage
{
    /// <summary>The application for admission (hồ sơ xin vào Đảng).</summary>
    Application,

    /// <summary>The admission, from the vote of the cell to the member's CV and sheet (hồ sơ kết nạp).</summary>
    Admission,

    /// <summary>The recognition as an official member (hồ sơ công nhận chính thức).</summary>
    Recognition,
}

/// <summary>Which papers are asked for and missing, as SQL.</summary>
internal static class FilePapers
{
    /// <summary>The default values of the policy.</summary>
    public static readonly string Defaults = JsonSerializer.Serialize(new FilePaperPolicy(), EventJson.Options);

    /// <summary>The policy in force on a day.</summary>
    public static Sql InForceOn(SqlPart day) => $"kernel.policy_on('{Sql.Text(FilePaperPolicy.Key)}', {Defaults}::jsonb, {day})";

    /// <summary>The first day of joining from which on papers are asked for; found out once for a statement.</summary>
    public static Sql JoinedFrom(SqlPart day) => $"(select ({InForceOn(day)} ->> 'joinedFrom')::date)";

    /// <summary>The kinds that a file lacks, as bits. The papers that are asked for are found out once for a statement.</summary>
    public static Sql Missing(SqlRow<MemberQuality> quality, SqlPart day) => Missing($"{quality[q => q.IsProbationary]}", $"{quality[q => q.Papers]}", day);

    /// <summary>The same of a row of which the columns are given.</summary>
    public static Sql Missing(Sql isProbationary, Sql papers, SqlPart day) => $"""
        (case when {isProbationary} then (select members.asked_papers({InForceOn(day)}, true)) else (select members.asked_papers({InForceOn(day)}, false)) end & ~{papers})
        """;
}
