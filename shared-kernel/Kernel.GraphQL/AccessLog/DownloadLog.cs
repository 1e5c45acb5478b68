using Modular.Kernel.Access;
using Modular.Kernel.Downloads;
using Modular.Kernel.Postgres.AccessLog;
using Modular.Kernel.Provinces;

namespace Modular.Kernel.GraphQL.AccessLog;

/// <summary>Writes the fetching of files with sensitive data into the log of sensitive reads, as showing a sensitive field does by itself.</summary>
public sealed class DownloadLog
{
    private readonly SensitiveReadWriter writer;
    private readonly ICurrentProvince province;
    private readonly ICurrentAccess access;
    private readonly TimeProvider clock;

    internal DownloadLog(SensitiveReadWriter writer, ICurrentProvince province, ICurrentAccess access, TimeProvider clock)
    {
        this.writer = writer;
        this.province = province;
        this.access = access;
        this.clock = clock;
    }

    /// <summary>Writes one row; where it cannot be written this fails, and the file is not to be given.</summary>
    /// <param name="subjectType">The type of the object to which the file belongs.</param>
    /// <param name="field">What of it the file is.</param>
    /// <param name="subjectId">The person whose data it is.</param>
    /// <param name="permission">What opens it: the purpose in the log, where the client gave none.</param>
    /// <param name="request">What was asked for.</param>
    public Task WriteAsync(string subjectType, string field, Guid subjectId, string permission, DownloadRequest request) => writer.WriteAsync(
        province.Province.Id,
        new LoggedRead(
            new SensitiveRead(subjectType, [field], [subjectId], request.Purpose ?? permission),
            access.UserId, access.UserName, new ReadCircumstances(request.Purpose, request.Client, request.RequestId), Operation: null, clock.GetUtcNow()));
}
