using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Modular.Kernel.Postgres.Entities;

/// <summary>Keeps an enumeration as the text of <see cref="EnumText"/>.</summary>
internal sealed class EnumTextConverter<TEnum>() : ValueConverter<TEnum, string>(value => EnumText.Of(value), text => EnumText.Read<TEnum>(text))
    where TEnum : struct, Enum;
