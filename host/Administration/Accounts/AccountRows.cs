using Microsoft.EntityFrameworkCore;
using Modular.Host.Administration.Access;
using Npgsql;

namespace Modular.Host.Administration.Accounts;

/// <summary>Writes what an account has outside of the province, in the transaction of a change inside.</summary>
internal static class AccountRows
{
    /// <summary>Adds the account, and its door to the province.</summary>
    public static Task InsertAsync(AccessDbContext db, ProvinceUser user, string normalizedName, CancellationToken cancellationToken) => ExecuteAsync(
        db,
        """
        with account as (
            insert into identity.users (id, user_name, normalized_user_name, security_stamp, concurrency_stamp, is_service) values ($1, $2, $3, $4, $4, $5))
        insert into identity.user_provinces (user_id, province_id) values ($1, $6)
        """,
        cancellationToken,
        user.Id,
        user.UserName,
        normalizedName,
        Guid.NewGuid().ToString(),
        user.IsService,
        db.Province.Value);

    /// <summary>Opens the door to the province for an account that is there already.</summary>
    public static Task AdmitAsync(AccessDbContext db, Guid userId, CancellationToken cancellationToken) => ExecuteAsync(
        db, "insert into identity.user_provinces (user_id, province_id) values ($1, $2) on conflict do nothing", cancellationToken, userId, db.Province.Value);

    private static async Task ExecuteAsync(AccessDbContext db, string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, (NpgsqlConnection)db.Database.GetDbConnection());
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
