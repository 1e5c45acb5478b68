using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Modular.Kernel.Postgres.Entities;

/// <summary>Keeps an enumeration as the text of <see cref="EnumText"/>.</summary>
internal sealed class EnumTextConverter<TEnum>() : ValueConverter<TEnum, string>(value => Write(value), text => Read(text))
    where TEnum : struct, Enum
{
    private static readonly Dictionary<string, TEnum> Values =
        Enum.GetValues<TEnum>().ToDictionary(EnumText.Of);

    private static string Write(TEnum value) => EnumText.Of(value);

    private static TEnum Read(string text) => Values.TryGetValue(text, out var value)
        ? value
        : throw new InvalidOperationException($"The database holds '{text}', which is no {typeof(TEnum).Name}.");
}
