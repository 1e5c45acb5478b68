using Modular.Kernel.Results;

namespace Modular.Members.Contracts;

/// <summary>
/// Implemented by a module that keeps something which must be there before a probationary member is recognized as an official one, such as the comment of the residence (RES-06). It is asked before the
/// change is made; a module that the province has not enabled objects to nothing.
/// </summary>
public interface IRecognitionObjection
{
    /// <summary>What stands against recognizing these members by a decision of a day; empty where nothing does.</summary>
    Task<IReadOnlyList<RecognitionObjection>> FindAsync(IReadOnlyCollection<Guid> memberIds, DateOnly decidedOn, CancellationToken cancellationToken);
}

/// <summary>Why a member is not recognized yet.</summary>
/// <param name="MemberId">The member.</param>
/// <param name="What">What is missing, as a sentence.</param>
/// <param name="Because">The rule by which it must be there.</param>
public sealed record RecognitionObjection(Guid MemberId, LocalizedText What, RuleReference Because);
