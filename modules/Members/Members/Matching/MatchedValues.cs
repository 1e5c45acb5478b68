using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Postgres.Imports.Columns;
using Modular.Kernel.Texts;
using Modular.Members.Editing;
using Modular.Members.People;

namespace Modular.Members.Matching;

/// <summary>What the register takes over of a row.</summary>
internal static class MatchedValues
{
    /// <summary>The fields that differ and are asked for.</summary>
    public static IReadOnlyList<MatchField> Of(MatchRow row, IReadOnlyCollection<MatchField> asked) =>
        [.. asked.Where(field => row.Differing.Contains(NameOf(field))).Distinct()];

    /// <summary>The name of a field as the API calls it.</summary>
    public static string NameOf(MatchField field) => $"{char.ToLowerInvariant(field.ToString()[0])}{field.ToString()[1..]}";

    /// <summary>The change of the record that takes these fields over.</summary>
    public static MemberChangeInput ToChange(MatchRow row, Member member, IReadOnlyList<MatchField> fields) => new()
    {
        MemberId = member.Id,
        ExpectedVersion = member.Version,
        FullName = Take(fields, MatchField.FullName, Written(row.FullName ?? member.FullName)),
        Sex = Take(fields, MatchField.Sex, row.Sex ?? member.Sex),
        BirthDate = Take(fields, MatchField.BirthDate, row.BirthDate ?? member.BirthDate),
        BirthDatePrecision = Take(fields, MatchField.BirthDate, row.BirthDatePrecision ?? DatePrecision.Day),
        CitizenId = Take(fields, MatchField.CitizenId, row.CitizenId ?? member.CitizenId),
        EthnicGroup = Take(fields, MatchField.EthnicGroup, row.EthnicGroup ?? member.EthnicGroup),
        NativePlace = Take(fields, MatchField.NativePlace, row.NativePlace ?? member.NativePlace),
    };

    private static Optional<TValue> Take<TValue>(IReadOnlyList<MatchField> fields, MatchField field, TValue value) =>
        fields.Contains(field) ? new Optional<TValue>(value) : default;

    // Lists write names in capitals; the register does not.
    private static string Written(string name) => name.Any(char.IsLower)
        ? name
        : string.Join(' ', VietnameseText.Clean(name).Split(' ').Select(word => word.Length == 0 ? word : word[0] + word[1..].ToLowerInvariant()));
}
