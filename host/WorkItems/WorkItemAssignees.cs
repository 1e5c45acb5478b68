using Microsoft.AspNetCore.Identity;
using Modular.Host.Identity;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Provinces;
using Modular.Kernel.WorkItems;
using Npgsql;

namespace Modular.Host.WorkItems;

/// <summary>Finds the accounts of the province to which work may be given, with their rights.</summary>
internal sealed class WorkItemAssignees(
    AccessDirectory directory, ProvinceDataSources databases, ICurrentProvince province, ICurrentAccess asking, ILookupNormalizer names) : IWorkItemAssignees
{
    private const string Sql =
        """
        select account.id
        from identity.users as account join identity.province_users as admitted on admitted.id = account.id
        where account.normalized_user_name = $1 and admitted.province_id = $2 and account.disabled_at is null
        """;

    /// <inheritdoc />
    public async ValueTask<WorkItemAssignee?> FindAsync(string userName, CancellationToken cancellationToken)
    {
        var id = province.Province.Id;
        await using var command = databases.Of(id).CreateCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = names.NormalizeName(userName.Trim()) });
        command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = id.Value });
        if (await command.ExecuteScalarAsync(cancellationToken) is not Guid user
            || await directory.FindAsync(id, user, cancellationToken) is not { Fully: var access })
            return null;
        return new WorkItemAssignee(user, access.Account.UserName, access.In(asking.Language));
    }
}
