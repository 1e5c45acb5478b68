using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;

namespace Modular.Kernel.GraphQL.AccessLog;

/// <summary>A row of <c>kernel.sensitive_reads</c>.</summary>
internal sealed class StoredRead : IProvinceOwned
{
    public ProvinceId ProvinceId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>When it was shown.</summary>
    public DateTimeOffset ReadAt { get; private set; }

    /// <summary>The name of the user who was shown it.</summary>
    public string UserName { get; private set; } = "";

    /// <summary>The type of the objects.</summary>
    public string SubjectType { get; private set; } = "";

    /// <summary>The fields that were shown of them.</summary>
    public string[] Fields { get; private set; } = [];

    /// <summary>Of how many people something was shown.</summary>
    public int SubjectCount { get; private set; }

    /// <summary>What for (mục đích): what the client said, or the permission that opened the fields.</summary>
    public string Purpose { get; private set; } = "";

    /// <summary>The program that asked, as it calls itself.</summary>
    public string? Client { get; private set; }

    /// <summary>The name of the operation.</summary>
    public string? Operation { get; private set; }

    /// <summary>What finds the request in traces.</summary>
    public string? RequestId { get; private set; }
}

/// <summary>Reads the log; requests write it.</summary>
internal sealed class AccessLogDbContext(DbContextOptions<AccessLogDbContext> options) : ModuleDbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<StoredRead>(read =>
    {
        read.ToTable("sensitive_reads").HasKey(row => new { row.ProvinceId, row.Id });
        read.ScopedToProvince(AccessLogPermissions.Read);
    });
}

internal sealed class StoredReadType : EntityType<StoredRead, AccessLogDbContext>
{
    protected override void Define(EntityTypeBuilder<StoredRead> read)
    {
        read.Name("SensitiveRead").Requires(AccessLogPermissions.Read);
        read.Describe("That a user was shown sensitive personal data (nhật ký đọc dữ liệu nhạy cảm): whose and which, never the values.");
        read.Field(r => r.ReadAt, DataClass.Internal);
        read.Field(r => r.UserName, DataClass.Basic).Named("readBy");
        read.Field(r => r.SubjectType, DataClass.Internal);
        read.Field(r => r.Fields, DataClass.Internal);
        read.Field(r => r.SubjectCount, DataClass.Internal);
        read.Field(r => r.Purpose, DataClass.Internal);
        read.Field(r => r.Client, DataClass.Internal);
        read.Field(r => r.Operation, DataClass.Internal);
        read.Field(r => r.RequestId, DataClass.Internal);
        read.Filter(r => r.ReadAt).Filter(r => r.UserName).Filter(r => r.SubjectType).Filter(r => r.SubjectCount);
        read.Sortable("READ_AT", r => r.ReadAt).SortedBy("READ_AT", descending: true);
    }
}

internal sealed class AccessLogFields : QueryFields
{
    protected override void Define(QueryBuilder query) => query.Connection<StoredRead>(
        "sensitiveReads", "Who was shown sensitive personal data, the latest first (nhật ký đọc dữ liệu nhạy cảm); for those whose permission reaches the whole province.");
}
