using Modular.Members.People;

namespace Modular.Members.Merging;

/// <summary>A field that the record that stays can take from the one that goes. What it lacks it takes without a word.</summary>
internal enum MergeField
{
    /// <summary>Full name, name at birth and other names.</summary>
    Names,

    /// <summary>The sex.</summary>
    Sex,

    /// <summary>The birth date.</summary>
    BirthDate,

    /// <summary>The citizen identity number.</summary>
    CitizenId,

    /// <summary>The ethnic group.</summary>
    EthnicGroup,

    /// <summary>The religion.</summary>
    Religion,

    /// <summary>The native place.</summary>
    NativePlace,

    /// <summary>The place of birth registration.</summary>
    BirthPlace,

    /// <summary>The occupation.</summary>
    Occupation,

    /// <summary>General education, professional qualification, political theory.</summary>
    Education,

    /// <summary>Phone number and e-mail address.</summary>
    Contact,
}

/// <summary>Takes fields of one record over into another.</summary>
internal static class MergedFields
{
    /// <summary>The fields of which both records say something, and not the same.</summary>
    public static IReadOnlyList<MergeField> Conflicts(Member kept, Member dropped) =>
    [
        .. Differ(MergeField.Names, kept.SortKey, dropped.SortKey),
        .. kept.Sex == dropped.Sex ? [] : (MergeField[])[MergeField.Sex],
        .. kept.BirthDate == dropped.BirthDate && kept.BirthDatePrecision == dropped.BirthDatePrecision ? [] : (MergeField[])[MergeField.BirthDate],
        .. Differ(MergeField.CitizenId, kept.CitizenId, dropped.CitizenId),
        .. kept.EthnicGroup == dropped.EthnicGroup ? [] : (MergeField[])[MergeField.EthnicGroup],
        .. Differ(MergeField.Religion, kept.Religion?.ToString(), dropped.Religion?.ToString()),
        .. Differ(MergeField.NativePlace, kept.NativePlace, dropped.NativePlace),
        .. Differ(MergeField.BirthPlace, kept.BirthPlace, dropped.BirthPlace),
        .. Differ(MergeField.Occupation, kept.Occupation, dropped.Occupation),
        .. Differ(MergeField.Education, EducationOf(kept), EducationOf(dropped)),
        .. Differ(MergeField.Contact, kept.Phone ?? kept.Email, dropped.Phone ?? dropped.Email),
    ];

    /// <summary>Takes over what was chosen, and what the record lacks.</summary>
    public static void Take(Member kept, Member dropped, IReadOnlySet<MergeField> chosen)
    {
        if (chosen.Contains(MergeField.Names))
            kept.Name(dropped.FullName, dropped.BirthName ?? kept.BirthName, dropped.OtherNames ?? kept.OtherNames);
        else
            kept.Name(kept.FullName, kept.BirthName ?? dropped.BirthName, kept.OtherNames ?? dropped.OtherNames);
        if (chosen.Contains(MergeField.BirthDate))
            kept.WasBorn(dropped.BirthDate, dropped.BirthDatePrecision);
        kept.Sex = chosen.Contains(MergeField.Sex) ? dropped.Sex : kept.Sex;
        kept.EthnicGroup = chosen.Contains(MergeField.EthnicGroup) ? dropped.EthnicGroup : kept.EthnicGroup;
        kept.CitizenId = Of(MergeField.CitizenId, kept.CitizenId, dropped.CitizenId);
        kept.Religion = Of(MergeField.Religion, kept.Religion, dropped.Religion);
        kept.NativePlace = Of(MergeField.NativePlace, kept.NativePlace, dropped.NativePlace);
        kept.BirthPlace = Of(MergeField.BirthPlace, kept.BirthPlace, dropped.BirthPlace);
        kept.Occupation = Of(MergeField.Occupation, kept.Occupation, dropped.Occupation);
        kept.GeneralEducation = Of(MergeField.Education, kept.GeneralEducation, dropped.GeneralEducation);
        kept.ProfessionalLevel = Of(MergeField.Education, kept.ProfessionalLevel, dropped.ProfessionalLevel);
        kept.PoliticalTheory = Of(MergeField.Education, kept.PoliticalTheory, dropped.PoliticalTheory);
        kept.Phone = Of(MergeField.Contact, kept.Phone, dropped.Phone);
        kept.Email = Of(MergeField.Contact, kept.Email, dropped.Email);

        TValue? Of<TValue>(MergeField field, TValue? own, TValue? other) => chosen.Contains(field) ? other ?? own : own ?? other;
    }

    private static MergeField[] Differ(MergeField field, string? kept, string? dropped) =>
        kept is null || dropped is null || string.Equals(kept, dropped, StringComparison.Ordinal) ? [] : [field];

    private static string? EducationOf(Member member) => $"{member.GeneralEducation} {member.ProfessionalLevel} {member.PoliticalTheory}" is var levels && levels.Length > 2 ? levels : null;
}
