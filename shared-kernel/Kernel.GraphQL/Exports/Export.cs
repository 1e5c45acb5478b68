using Modular.Kernel.Documents;
using Modular.Kernel.GraphQL.Exports.Planning;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;
using Modular.Kernel.Results;

namespace Modular.Kernel.GraphQL.Exports;

/// <summary>What has become of an export.</summary>
internal enum ExportState
{
    /// <summary>Somebody else has to approve it (chờ duyệt), because it shows sensitive data.</summary>
    AwaitingApproval,

    /// <summary>It waits for its turn.</summary>
    Queued,

    /// <summary>Its rows are being written.</summary>
    Running,

    /// <summary>It can be fetched until it expires.</summary>
    Ready,

    /// <summary>It was not approved (từ chối).</summary>
    Refused,

    /// <summary>Whoever asked took it back (thu hồi).</summary>
    Withdrawn,

    /// <summary>It could not be written; its problem says why.</summary>
    Failed,

    /// <summary>Nobody approved it in time, or its content was deleted after its time (hết hạn).</summary>
    Expired,
}

/// <summary>A row of <c>kernel.exports</c>; people ask for it and decide on it, the runner writes what comes of it.</summary>
internal sealed class Export : IProvinceOwned, IVersioned
{
    public ProvinceId ProvinceId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>The version, for changes.</summary>
    public int Version { get; private set; }

    public Guid? OrganizationId { get; private set; }

    public Guid UserId { get; private set; }

    /// <summary>The user who asked (người yêu cầu).</summary>
    public string UserName { get; private set; } = "";

    /// <summary>With which of the user's rights it runs; the host's own word.</summary>
    public string Credential { get; private set; } = "";

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset RequestedAt { get; private set; }

    /// <summary>What stands above the rows (tên danh sách).</summary>
    public string Title { get; private set; } = "";

    /// <summary>What the data are taken out for (mục đích).</summary>
    public string Purpose { get; private set; } = "";

    /// <summary>The kind of file.</summary>
    public DocumentFormat Format { get; private set; }

    public Language Language { get; private set; }

    /// <summary>The query whose rows are written.</summary>
    public string Document { get; private set; } = "";

    /// <summary>The variables of the query, as JSON.</summary>
    public string? Variables { get; private set; }

    /// <summary>The list of the schema whose rows are written, as its path from the query's root.</summary>
    public string List { get; private set; } = "";

    /// <summary>The columns, as paths from a row.</summary>
    public string[] Columns { get; private set; } = [];

    /// <summary>What stands above the columns.</summary>
    public string[] Headings { get; private set; } = [];

    /// <summary>Whether a column is sensitive personal data (dữ liệu nhạy cảm), so that somebody else has to approve.</summary>
    public bool IsSensitive { get; private set; }

    /// <summary>What has become of it.</summary>
    public ExportState State { get; private set; }

    /// <summary>When it was approved or refused.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    public Guid? DecidedBy { get; private set; }

    /// <summary>Who approved or refused it (người duyệt).</summary>
    public string? DecidedByName { get; private set; }

    /// <summary>Why it was approved, refused or withdrawn (lý do).</summary>
    public string? DecidedBecause { get; private set; }

    /// <summary>When its rows were written, or it was over in another way.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>When its content is deleted, or, while it awaits approval, when nobody can approve it any more.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>How many rows were written so far (số dòng).</summary>
    public int RowsWritten { get; private set; }

    /// <summary>The size of the file in bytes, once it is ready.</summary>
    public long? Bytes { get; private set; }

    /// <summary>The SHA-256 of the file, by which a copy that turns up is known.</summary>
    public string? ContentHash { get; private set; }

    /// <summary>The code of why it failed.</summary>
    public string? ProblemCode { get; private set; }

    public string? ProblemVietnamese { get; private set; }

    public string? ProblemEnglish { get; private set; }

    /// <summary>Whether its life is over, but for its content.</summary>
    public bool IsOver => State is not (ExportState.AwaitingApproval or ExportState.Queued or ExportState.Running);

    /// <summary>Somebody asks for an export.</summary>
    public static Export Requested(ExportOrder order, ExportPlan plan, Guid? organization, DateTimeOffset now, DateTimeOffset approvedUntil) => new()
    {
        Id = Guid.CreateVersion7(now),
        OrganizationId = organization,
        UserId = order.UserId,
        UserName = order.UserName,
        Credential = order.Credential,
        RequestedAt = now,
        Title = order.Title,
        Purpose = order.Purpose,
        Format = order.Format,
        Language = order.Language,
        Document = order.Document,
        Variables = order.Variables,
        List = plan.List,
        Columns = [.. plan.Columns.Select(column => column.Path)],
        Headings = [.. plan.Columns.Select(column => column.Heading)],
        IsSensitive = plan.IsSensitive,
        State = plan.IsSensitive ? ExportState.AwaitingApproval : ExportState.Queued,
        ExpiresAt = plan.IsSensitive ? approvedUntil : null,
    };

    /// <summary>Somebody else approves it.</summary>
    public void Approve(Guid by, string byName, string? because, DateTimeOffset now)
    {
        Decide(ExportState.Queued, by, byName, because, now);
        ExpiresAt = null;
    }

    /// <summary>Somebody else refuses it.</summary>
    public void Refuse(Guid by, string byName, string because, DateTimeOffset now)
    {
        Decide(ExportState.Refused, by, byName, because, now);
        (ExpiresAt, FinishedAt) = (null, now);
    }

    /// <summary>Whoever asked takes it back.</summary>
    public void Withdraw(string? because, DateTimeOffset now)
    {
        State = ExportState.Withdrawn;
        DecidedBecause = because ?? DecidedBecause;
        (ExpiresAt, FinishedAt) = (null, now);
    }

    private void Decide(ExportState state, Guid by, string byName, string? because, DateTimeOffset now)
    {
        State = state;
        (DecidedBy, DecidedByName, DecidedBecause, DecidedAt) = (by, byName, because, now);
    }
}

/// <summary>What somebody asks for.</summary>
/// <param name="UserId">Who asks.</param>
/// <param name="UserName">Their name.</param>
/// <param name="Credential">With which of their rights.</param>
/// <param name="Title">What stands above the rows.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Format">The kind of file.</param>
/// <param name="Language">The language of headings and of what the file says of itself.</param>
/// <param name="Document">The query.</param>
/// <param name="Variables">Its variables, as JSON.</param>
internal sealed record ExportOrder(
    Guid UserId, string UserName, string Credential, string Title, string Purpose, DocumentFormat Format, Language Language, string Document, string? Variables);
