namespace Modular.Organizations.Contracts;

/// <summary>What sort of meeting it is.</summary>
public enum PartyMeetingKind
{
    /// <summary>The regular one of the month (thường kỳ; ORG-15).</summary>
    Regular,

    /// <summary>On one subject (chuyên đề).</summary>
    Thematic,

    /// <summary>Called besides (bất thường).</summary>
    Extraordinary,
}
