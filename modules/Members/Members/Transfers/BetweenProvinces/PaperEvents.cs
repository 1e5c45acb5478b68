using System.Text.Json;
using Modular.Kernel.Events;

namespace Modular.Members.Transfers.BetweenProvinces;

/// <summary>A paper came from another province.</summary>
/// <param name="LetterId">The letter, and the transfer there.</param>
/// <param name="FromProvince">The key of the sending province.</param>
internal sealed record PaperArrived(Guid LetterId, short FromProvince) : IModuleEvent
{
    /// <summary>The kind of letter.</summary>
    public const string Kind = "members.paper";

    /// <inheritdoc />
    public static string EventName => Kind + "-arrived";
}

/// <summary>The sending province took a paper back.</summary>
/// <param name="LetterId">The letter.</param>
internal sealed record PaperRecalled(Guid LetterId) : IModuleEvent
{
    /// <inheritdoc />
    public static string EventName => PaperArrived.Kind + "-recalled";
}

/// <summary>The receiving province accepted or returned a paper.</summary>
/// <param name="LetterId">The transfer.</param>
/// <param name="IsAccepted">Whether the member was taken in.</param>
/// <param name="Answer">A <see cref="PaperAnswer"/>.</param>
internal sealed record PaperAnswered(Guid LetterId, bool IsAccepted, JsonElement Answer) : IModuleEvent
{
    /// <inheritdoc />
    public static string EventName => PaperArrived.Kind + "-answered";
}
