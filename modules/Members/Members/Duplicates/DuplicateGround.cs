namespace Modular.Members.Duplicates;

/// <summary>Why two persons of the same name, written with or without diacritics, may be one (nghi trùng).</summary>
internal enum DuplicateGround
{
    /// <summary>They were born on the same day.</summary>
    BirthDate,

    /// <summary>The one's day of birth is the other's month, and the other way round, in the same year.</summary>
    DayAndMonthExchanged,

    /// <summary>They were born in the same year and come from the same place.</summary>
    BirthYearAndNativePlace,

    /// <summary>Their citizen identity numbers differ by one digit, or by two neighbours that are exchanged.</summary>
    CitizenIdNearlyTheSame,
}
