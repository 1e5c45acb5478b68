using Modular.Kernel.Provinces;

namespace Modular.Kernel.Postgres.Provinces.Merging;

/// <summary>That one province becomes part of another (ORG-23): its registers, history, users and open cases go over.</summary>
/// <param name="From">The province that becomes part of the other.</param>
/// <param name="Into">The province that takes it in.</param>
/// <param name="On">The first day on which both are one.</param>
/// <param name="Decision">Number and symbol of the decision (Politburo).</param>
/// <param name="DecidedOn">Its date.</param>
/// <param name="Authority">Who decided.</param>
/// <param name="By">Who carries it out, for the history.</param>
public sealed record ProvinceMergerOrder(Province From, Province Into, DateOnly On, string Decision, DateOnly DecidedOn, string Authority, string By);

/// <summary>What a merger did, or would do.</summary>
/// <param name="Obstacles">What stands against it, a sentence each. Nothing was changed where there is one.</param>
/// <param name="Notes">What is to be known: where a rule of the receiving province took the place of another.</param>
/// <param name="Moved">How many rows of each table went over, those with none left out.</param>
/// <param name="LastSeals">The last seals of the province's history and of its log of reads, to be noted elsewhere: what went over was verified up to there.</param>
public sealed record ProvinceMergerReport(
    IReadOnlyList<string> Obstacles, IReadOnlyList<string> Notes, IReadOnlyDictionary<string, long> Moved, IReadOnlyDictionary<string, string> LastSeals);
