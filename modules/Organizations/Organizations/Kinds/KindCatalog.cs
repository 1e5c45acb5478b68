using NpgsqlTypes;

namespace Modular.Organizations.Kinds;

/// <summary>An order of levels (giai đoạn): A four levels, B without districts, C three levels.</summary>
internal sealed record Era(string Code, string VietnameseName, string EnglishName, NpgsqlRange<DateOnly> Valid, string Instrument);

/// <summary>A kind of organization; the tables of the schema say what each member means.</summary>
internal sealed record Kind(
    string Code, string VietnameseName, string EnglishName, short Level, bool HoldsMembers, short? CodeGroups);

/// <summary>When organizations of a kind may be founded under an era, and what the kind is called there.</summary>
internal sealed record KindPeriod(string Kind, string Era, NpgsqlRange<DateOnly> Valid, string VietnameseName, string EnglishName);

/// <summary>What a directly superior committee is the committee of.</summary>
internal sealed record Subkind(string Code, string Kind, string VietnameseName, string EnglishName, NpgsqlRange<DateOnly> Valid);

/// <summary>Says that one kind may stand directly below another under an era.</summary>
internal sealed record KindPlace(
    string Era, string Kind, string? ParentKind, bool NeedsSuperiorPowers, bool NeedsConsent, string Rule, string Instrument);

/// <summary>
/// The kinds of organizations as dated data, the same for every province. Read once; new rows come with a migration or from an operator, and a
/// restart.
/// </summary>
internal sealed record KindCatalog(
    IReadOnlyList<Era> Eras,
    IReadOnlyList<Kind> Kinds,
    IReadOnlyList<KindPeriod> Periods,
    IReadOnlyList<Subkind> Subkinds,
    IReadOnlyList<KindPlace> Places)
{
    /// <summary>The kind of this code, or null.</summary>
    public Kind? Find(string code) => Kinds.FirstOrDefault(kind => kind.Code == code);

    /// <summary>The subkind of this code, or null.</summary>
    public Subkind? FindSubkind(string code) => Subkinds.FirstOrDefault(subkind => subkind.Code == code);

    /// <summary>The subkinds of a kind on a day.</summary>
    public IReadOnlyList<Subkind> SubkindsOf(string kind, DateOnly day) =>
        [.. Subkinds.Where(subkind => subkind.Kind == kind && Contains(subkind.Valid, day))];

    /// <summary>Whether organizations of the kind may be founded on a day under any era.</summary>
    public bool Exists(string kind, DateOnly day) => Periods.Any(period => period.Kind == kind && Contains(period.Valid, day));

    /// <summary>
    /// The rule by which one kind stands below another on a day, or null where none allows it. Where two eras overlap, the parent's own
    /// decides if it allows it, else the later one.
    /// </summary>
    /// <param name="kind">The kind of the lower organization.</param>
    /// <param name="parentKind">The kind of the upper one; null for the root of a province.</param>
    /// <param name="parentEra">The era of the upper organization's kind.</param>
    /// <param name="day">The day.</param>
    public KindPlace? PlaceOf(string kind, string? parentKind, string? parentEra, DateOnly day) => Places
        .Where(place => place.Kind == kind && place.ParentKind == parentKind && IsInForce(place, day))
        .OrderByDescending(place => place.Era == parentEra)
        .ThenByDescending(place => place.Era, StringComparer.Ordinal)
        .FirstOrDefault();

    /// <summary>The code of the order of levels in force by default on a day.</summary>
    public string EraOn(DateOnly day) => Eras.FirstOrDefault(era => Contains(era.Valid, day))?.Code ?? Eras[0].Code;

    /// <summary>What a kind is called under an era.</summary>
    public string NameOf(string kind, string era) =>
        Periods.FirstOrDefault(period => period.Kind == kind && period.Era == era)?.VietnameseName ?? Find(kind)?.VietnameseName ?? kind;

    private bool IsInForce(KindPlace place, DateOnly day) =>
        Periods.Any(period => period.Kind == place.Kind && period.Era == place.Era && Contains(period.Valid, day));

    private static bool Contains(NpgsqlRange<DateOnly> range, DateOnly day) =>
        (range.LowerBoundInfinite || range.LowerBound <= day) && (range.UpperBoundInfinite || day < range.UpperBound);
}
