using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Conventions.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Microsoft.Extensions.DependencyInjection;
using Modular.Kernel.Provinces;

namespace Modular.Kernel.Postgres.Entities;

/// <summary>The mapping that all modules share.</summary>
internal static class ModuleConventions
{
    public static void Apply(ModelConfigurationBuilder configuration, ModuleDbContext context)
    {
        configuration.Properties<ProvinceId>().HaveConversion<ProvinceIdConverter>().HaveColumnType("smallint");
        configuration.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();

        configuration.Conventions.Add(_ => new KernelTablesConvention(context.Binding.Schema));
        configuration.Conventions.Add(_ => new EnumTextConvention());
        configuration.Conventions.Add(_ => new SnakeCaseConvention());
        configuration.Conventions.Add(_ => new ProvinceConvention());
        configuration.Conventions.Remove<QueryFilterRewritingConvention>();
        configuration.Conventions.Add(_ => new ScopeFilterConvention(context));
        configuration.Conventions.Add(services => new QueryFilterRewritingConvention(
            services.GetRequiredService<ProviderConventionSetBuilderDependencies>()));
    }

    private sealed class ProvinceIdConverter() : ValueConverter<ProvinceId, short>(
        province => province.Value, value => new ProvinceId(value));

    private sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(
        time => time.ToUniversalTime(), time => time);
}
