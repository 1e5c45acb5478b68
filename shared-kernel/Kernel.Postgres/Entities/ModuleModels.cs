using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Modular.Kernel.Postgres.Entities;

/// <summary>Builds the model of a module's database context, without a database and once a process.</summary>
internal static class ModuleModels
{
    private static readonly ConcurrentDictionary<Type, Lazy<IModel>> Models = new();

    public static IModel Of(Type context, string schema) =>
        Models.GetOrAdd(context, type => new Lazy<IModel>(() => Build(type, schema))).Value;

    /// <summary>Makes a context by its one constructor.</summary>
    public static ModuleDbContext Construct(Type context, DbContextOptions options) =>
        (ModuleDbContext)Activator.CreateInstance(context, options)!;

    private static IModel Build(Type context, string schema)
    {
        var builder = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(context))!;
        using var sample = Construct(context, builder.UseNpgsql().Options);
        sample.BindForModel(ContextBinding.ForModel(schema));
        return sample.Model;
    }
}
