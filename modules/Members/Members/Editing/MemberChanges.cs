using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Results;
using Modular.Members.People;
using Modular.Members.Qualifications;
using Modular.Members.Records;

namespace Modular.Members.Editing;

/// <summary>What an input changes about a person: which fields, which of them are corrections, and whether the new values can stand.</summary>
internal sealed class MemberChanges(PersonChangesInput input, Member member, string path)
{
    private readonly List<string> changed = [];
    private FormerQualification? replaced;

    /// <summary>Whom the changes are about.</summary>
    public Member Member => member;

    /// <summary>Where the changes stand in the input, for instance <c>input.members.0</c>.</summary>
    public string Path => path;

    /// <summary>The birth date as it will be.</summary>
    public DateOnly BirthDate { get; } = input.BirthDate.Or(member.BirthDate);

    /// <summary>The citizen identity number as it will be.</summary>
    public string? CitizenId { get; } = Wording.Clean(input.CitizenId.Or(member.CitizenId));

    /// <summary>The fields that <see cref="Apply"/> changed, as the API calls them.</summary>
    public IReadOnlyList<string> Changed => changed;

    /// <summary>The corrected fields, as the API calls them. To record what was missing is no correction.</summary>
    public IReadOnlyList<string> Corrected { get; } =
    [
        .. Differs("fullName", input.FullName, member.FullName),
        .. member.BirthName is null ? [] : Differs("birthName", input.BirthName, member.BirthName),
        .. Differs("sex", input.Sex, member.Sex),
        .. Differs("birthDate", input.BirthDate, member.BirthDate),
        .. Differs("birthDatePrecision", input.BirthDatePrecision, member.BirthDatePrecision),
        .. member.CitizenId is null ? [] : Differs("citizenId", input.CitizenId, member.CitizenId),
        .. Differs("ethnicGroup", input.EthnicGroup, member.EthnicGroup),
    ];

    /// <summary>Every rule that the new values break by themselves.</summary>
    public IEnumerable<Problem> Check(DateOnly today) =>
    [
        .. input.FullName.TryGet(out var fullName) ? PersonRules.CheckName(fullName, $"{path}.fullName") : [],
        .. input.BirthName.TryGet(out var birthName) && birthName is not null ? PersonRules.CheckName(birthName, $"{path}.birthName") : [],
        .. Wording.CheckLength(input.OtherNames.Value, 200, $"{path}.otherNames"),
        .. PersonRules.CheckBirthDate(BirthDate, today, $"{path}.birthDate"),
        .. PersonRules.CheckCitizenId(input.CitizenId.Value, $"{path}.citizenId"),
        .. PersonRules.CheckPhone(input.Phone.Value, $"{path}.phone"),
        .. PersonRules.CheckEmail(input.Email.Value, $"{path}.email"),
        .. Wording.CheckLength(input.NativePlace.Value, 300, $"{path}.nativePlace"),
        .. Wording.CheckLength(input.BirthPlace.Value, 300, $"{path}.birthPlace"),
        .. Wording.CheckLength(input.Occupation.Value, 300, $"{path}.occupation"),
        .. EntryRules.CheckDay(input.QualifiedSince.Value, BirthDate, today, $"{path}.qualifiedSince"),
    ];

    /// <summary>The education and occupation that <see cref="Apply"/> replaced, until the day since which others hold; null where they stayed, were missing or wrong.</summary>
    public FormerQualification? ReplacedOn(DateOnly today)
    {
        if (replaced is null || input.QualifiedSince.Or(today) is not { } since)
            return null;
        replaced.Until = since;
        return replaced;
    }

    /// <summary>Changes the person.</summary>
    public void Apply()
    {
        var names = (FullName: input.FullName.Or(member.FullName), BirthName: input.BirthName.Or(member.BirthName), OtherNames: input.OtherNames.Or(member.OtherNames));
        Note("fullName", member.FullName, Wording.Clean(names.FullName));
        Note("birthName", member.BirthName, Wording.Clean(names.BirthName));
        Note("otherNames", member.OtherNames, Wording.Clean(names.OtherNames));
        member.Name(names.FullName, names.BirthName, names.OtherNames);

        var precision = input.BirthDatePrecision.Or(member.BirthDatePrecision);
        Note("birthDate", (member.BirthDate, member.BirthDatePrecision), (BirthDate, precision));
        member.WasBorn(BirthDate, precision);

        member.Sex = Note("sex", member.Sex, input.Sex.Or(member.Sex));
        member.CitizenId = Note("citizenId", member.CitizenId, CitizenId);
        member.EthnicGroup = Note("ethnicGroup", member.EthnicGroup, input.EthnicGroup.Or(member.EthnicGroup));
        member.Religion = Note("religion", member.Religion, input.Religion.Or(member.Religion));
        member.NativePlace = Note("nativePlace", member.NativePlace, Wording.Clean(input.NativePlace.Or(member.NativePlace)));
        member.BirthPlace = Note("birthPlace", member.BirthPlace, Wording.Clean(input.BirthPlace.Or(member.BirthPlace)));
        Qualify();
        member.Phone = Note("phone", member.Phone, PersonRules.CleanPhone(input.Phone.Or(member.Phone)));
        member.Email = Note("email", member.Email, Wording.Clean(input.Email.Or(member.Email)));
    }

    private void Qualify()
    {
        var (occupation, education, level, theory) = (member.Occupation, member.GeneralEducation, member.ProfessionalLevel, member.PoliticalTheory);
        member.Occupation = Note("occupation", member.Occupation, Wording.Clean(input.Occupation.Or(member.Occupation)));
        member.GeneralEducation = Note("generalEducation", member.GeneralEducation, input.GeneralEducation.Or(member.GeneralEducation));
        member.ProfessionalLevel = Note("professionalLevel", member.ProfessionalLevel, input.ProfessionalLevel.Or(member.ProfessionalLevel));
        member.PoliticalTheory = Note("politicalTheory", member.PoliticalTheory, input.PoliticalTheory.Or(member.PoliticalTheory));
        var former = new FormerQualification
        {
            Id = Guid.CreateVersion7(),
            MemberId = member.Id,
            Occupation = occupation ?? member.Occupation,
            GeneralEducation = education ?? member.GeneralEducation,
            ProfessionalLevel = level ?? member.ProfessionalLevel,
            PoliticalTheory = theory ?? member.PoliticalTheory,
        };
        var stays = (former.Occupation, former.GeneralEducation, former.ProfessionalLevel, former.PoliticalTheory)
            == (member.Occupation, member.GeneralEducation, member.ProfessionalLevel, member.PoliticalTheory);
        replaced = stays ? null : former;
    }

    private static string[] Differs<TValue>(string field, Optional<TValue> given, TValue current) =>
        given.TryGet(out var value) && !EqualityComparer<TValue>.Default.Equals(Cleaned(value), current) ? [field] : [];

    private static TValue Cleaned<TValue>(TValue value) =>
        value is string text && Wording.Clean(text) is TValue clean ? clean : value;

    private TValue Note<TValue>(string field, TValue before, TValue after)
    {
        if (!EqualityComparer<TValue>.Default.Equals(before, after))
            changed.Add(field);
        return after;
    }
}
