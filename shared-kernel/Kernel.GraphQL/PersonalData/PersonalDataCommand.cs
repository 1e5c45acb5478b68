using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Modular.Kernel.Postgres.Entities;
using Npgsql;

namespace Modular.Kernel.GraphQL.PersonalData;

/// <summary>Statements over tables of all modules, on the connection and in the transaction of a running change.</summary>
internal static class PersonalDataCommand
{
    /// <summary>The statement with its values, in order.</summary>
    public static async Task<NpgsqlCommand> OpenAsync(ModuleDbContext db, string sql, object[] values, CancellationToken cancellationToken)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        if (connection.State != ConnectionState.Open)
            await connection.OpenAsync(cancellationToken);
        var command = new NpgsqlCommand(sql, connection, (NpgsqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction());
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
