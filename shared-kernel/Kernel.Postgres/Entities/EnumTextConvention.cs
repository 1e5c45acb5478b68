using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Modular.Kernel.Postgres.Entities;

/// <summary>Keeps every enumeration as text, unless the module converts it itself.</summary>
internal sealed class EnumTextConvention : IPropertyAddedConvention
{
    public void ProcessPropertyAdded(
        IConventionPropertyBuilder propertyBuilder, IConventionContext<IConventionPropertyBuilder> context)
    {
        var type = Nullable.GetUnderlyingType(propertyBuilder.Metadata.ClrType) ?? propertyBuilder.Metadata.ClrType;
        if (type.IsEnum)
            propertyBuilder.HasConverter(typeof(EnumTextConverter<>).MakeGenericType(type));
    }
}
