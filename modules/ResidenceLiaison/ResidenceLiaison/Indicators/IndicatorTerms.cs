namespace Modular.ResidenceLiaison.Indicators;

/// <summary>What about comments and meetings of a cell is worth a look (residence liaison §3.7). None of it is a verdict.</summary>
internal enum IndicatorKind
{
    /// <summary>Many comments of the year say the same, word by word or nearly (nhận xét giống nhau, chung chung).</summary>
    AlikeTexts,

    /// <summary>Nearly all comments of the year give the same levels (xếp mức đồng loạt).</summary>
    UniformLevels,

    /// <summary>Members are praised who stayed away from meetings (biểu dương người vắng họp nhiều).</summary>
    PraisedThoughAbsent,

    /// <summary>For years nobody was reminded (nhiều năm không nhắc nhở ai).</summary>
    NeverAWarning,

    /// <summary>Meetings of the year in which nobody said anything that was recorded (cuộc họp không có ý kiến).</summary>
    SilentMeetings,

    /// <summary>Comments of the year that lie far from how the workplaces rated the same members (mức nhận xét của nơi cư trú và mức xếp loại của nơi công tác chênh lệch lớn).</summary>
    RatingsFarApart,
}

/// <summary>What became of an indicator.</summary>
internal enum IndicatorState
{
    /// <summary>It is to be looked at (chưa xem xét).</summary>
    Open,

    /// <summary>The facts do not show it any more (không còn).</summary>
    Gone,

    /// <summary>Somebody looked into it and noted what they found (đã xem xét).</summary>
    Closed,
}
