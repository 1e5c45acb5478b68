namespace Modular.Members.Matching;

/// <summary>What came of comparing a row with the register.</summary>
internal enum MatchClass
{
    /// <summary>A number leads to one person whom all else fits, and nothing differs (khớp hoàn toàn).</summary>
    Identical,

    /// <summary>A number leads to one person whom all else fits, and fields differ (khớp, có thông tin khác).</summary>
    Differing,

    /// <summary>One person is likely meant, and no number proves it (có khả năng khớp).</summary>
    Probable,

    /// <summary>Several persons may be meant, or the numbers speak against the person (không rõ ràng).</summary>
    Ambiguous,

    /// <summary>Nobody in the register is alike (chỉ có ở danh sách).</summary>
    OnlyThere,

    /// <summary>A member whom the list does not name (chỉ có ở sổ).</summary>
    OnlyHere,

    /// <summary>A cell of the row cannot be read, so that it is not compared further (dòng lỗi).</summary>
    Defective,
}

/// <summary>What a class rests on.</summary>
internal enum MatchReason
{
    /// <summary>The citizen identity number, and the name or the birth date.</summary>
    CitizenId,

    /// <summary>The number of a card that the person bears or bore, and name and birth date.</summary>
    CardNumber,

    /// <summary>A CV number of the person, and name and birth date.</summary>
    CvNumber,

    /// <summary>The name and the birth date, and no number against it.</summary>
    NameAndBirthDate,

    /// <summary>The name, and the birth date with day and month exchanged.</summary>
    DayAndMonthExchanged,

    /// <summary>The name, and the citizen identity number but for one digit, or for two neighbours that are exchanged.</summary>
    CitizenIdNearlyTheSame,

    /// <summary>The name, the birth year and the cell.</summary>
    NameBirthYearAndCell,

    /// <summary>First and last word of the name, the birth date and the cell.</summary>
    ShortenedNameAndCell,

    /// <summary>A number leads to somebody of another name and birth date.</summary>
    NumberOfAnotherPerson,

    /// <summary>The numbers of the row lead to several persons.</summary>
    NumbersOfSeveralPersons,

    /// <summary>Several persons are alike, and no number decides.</summary>
    SeveralPersonsAlike,

    /// <summary>Several rows are about one person.</summary>
    SeveralRowsForOnePerson,

    /// <summary>Cells of the row cannot be read; the verdicts of the import say which and why.</summary>
    CellsOfTheRow,
}

/// <summary>What is decided about a row.</summary>
internal enum MatchDecision
{
    /// <summary>What the list says is right; the register takes it over (lấy theo danh sách).</summary>
    TakeTheirs,

    /// <summary>What the register says is right (giữ theo sổ).</summary>
    KeepOurs,

    /// <summary>The row is about nobody of the register, or the member is rightly not in the list (không phải một người).</summary>
    NotTheSame,

    /// <summary>The row is about somebody who has yet to be registered (sẽ đăng ký sau).</summary>
    RegisterLater,
}
