using Modular.Kernel.Results;

namespace Modular.DataProtection.Breaches;

/// <summary>How far the handling of a breach has come (data protection §6.2); each state follows the one before.</summary>
internal enum BreachState
{
    /// <summary>It was found (đã phát hiện).</summary>
    Detected,

    /// <summary>Kinds of data, persons, risk and measures are known (đã đánh giá).</summary>
    Assessed,

    /// <summary>The competent authority was told (đã thông báo cơ quan chuyên trách), PD-11.</summary>
    Reported,

    /// <summary>The persons whose data it was were told (đã thông báo chủ thể dữ liệu).</summary>
    SubjectsTold,

    /// <summary>Nothing is to be done any more (đã kết thúc).</summary>
    Closed,
}

/// <summary>What states are called.</summary>
internal static class BreachStates
{
    /// <summary>Whether a state follows: one after the other, none is left out.</summary>
    public static bool MayBecome(this BreachState from, BreachState to) => to == from + 1;

    /// <summary>What a state is called in sentences.</summary>
    public static LocalizedText Name(this BreachState state) => state switch
    {
        BreachState.Detected => new LocalizedText("đã phát hiện", "detected"),
        BreachState.Assessed => new LocalizedText("đã đánh giá", "assessed"),
        BreachState.Reported => new LocalizedText("đã thông báo cơ quan chuyên trách", "reported"),
        BreachState.SubjectsTold => new LocalizedText("đã thông báo chủ thể dữ liệu", "told to the data subjects"),
        _ => new LocalizedText("đã kết thúc", "closed"),
    };
}

/// <summary>How much harm a breach may do.</summary>
internal enum BreachRisk
{
    /// <summary>Harm is unlikely (thấp).</summary>
    Low,

    /// <summary>Harm is possible (trung bình).</summary>
    Medium,

    /// <summary>Harm is likely or grave (cao).</summary>
    High,
}
