using Modular.Kernel.Results;

namespace Modular.Members.Cards;

/// <summary>What is recorded of a card or badge that is to come back (MEM-16): who took it, or why it does not come back.</summary>
internal static class ReturnRules
{
    private const int NameLength = 300;
    private const int ReasonLength = 1000;

    /// <summary>What is wrong with it.</summary>
    public static IEnumerable<Problem> Check(string? takenBy, string? notReturnedBecause) =>
    [
        .. Wording.Clean(takenBy) is not null && Wording.Clean(notReturnedBecause) is not null ? (Problem[])[Contradiction()] : [],
        .. Wording.CheckLength(takenBy, NameLength, "input.takenBy"),
        .. Wording.CheckLength(notReturnedBecause, ReasonLength, "input.notReturnedBecause"),
    ];

    private static InvalidInput Contradiction()
    {
        var text = new LocalizedText("Ghi người thu lại, hoặc lý do không thu lại được; không ghi cả hai.", "Say who took it back, or why it does not come back; not both.");
        return new InvalidInput(text) { Field = "input.notReturnedBecause" };
    }
}
