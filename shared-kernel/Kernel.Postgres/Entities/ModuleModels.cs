using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Modular.Kernel.Postgres.Entities;

/// <summary>Builds the model of a module's database context, without a database and once a process.</summary>
internal static class ModuleModels
{
    private static readonly ConcurrentDictionary<(Type Context, bool SeesAll), Lazy<IModel>> Models = new();

    /// <summary>The model of a context.</summary>
    /// <param name="context">The class of the context.</param>
    /// <param name="schema">The module's schema.</param>
    /// <param name="seesAll">Whether it is for those who see every row of the province, so that no query asks where they may look.</param>
    public static IModel Of(Type context, string schema, bool seesAll = false) =>
        Models.GetOrAdd((context, seesAll), key => new Lazy<IModel>(() => Build(key.Context, schema, key.SeesAll))).Value;

    /// <summary>Makes a context by its one constructor.</summary>
    public static ModuleDbContext Construct(Type context, DbContextOptions options) =>
        (ModuleDbContext)Activator.CreateInstance(context, options)!;

    private static IModel Build(Type context, string schema, bool seesAll)
    {
        var builder = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(context))!;
        builder.UseNpgsql();
        if (seesAll)
            builder.ReplaceService<IModelCacheKeyFactory, KeyOfModelThatSeesAll>();
        using var sample = Construct(context, builder.Options);
        sample.BindForModel(ContextBinding.ForModel(schema) with { SeesAll = seesAll });
        return sample.Model;
    }

    // Entity Framework would give out the model that it has built for the same class before.
    private sealed class KeyOfModelThatSeesAll : IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime) => (context.GetType(), designTime, nameof(ContextBinding.SeesAll));
    }
}
