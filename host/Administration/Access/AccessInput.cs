using Modular.Kernel.Results;

namespace Modular.Host.Administration.Access;

/// <summary>What all inputs that change rights share.</summary>
internal static class AccessInput
{
    private const int LongestReason = 500;

    /// <summary>A reason is given, and is short enough to be read.</summary>
    public static IEnumerable<Problem> Reason(string reason)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason)
        {
            yield return new InvalidInput(new LocalizedText(
                $"Lý do phải có từ 1 đến {LongestReason} ký tự.", $"The reason has 1 to {LongestReason} characters."))
            {
                Field = "input.reason",
            };
        }
    }
}
