using Modular.Members.Contracts;
using Modular.ResidenceLiaison.Contracts;

namespace Modular.ResidenceLiaison.Comments;

/// <summary>A probationary member is recognized as an official one with the comment of the residence (RES-06).</summary>
internal sealed class RecognitionTakesAComment(IResidenceComments comments) : IRecognitionObjection
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<RecognitionObjection>> FindAsync(IReadOnlyCollection<Guid> memberIds, DateOnly decidedOn, CancellationToken cancellationToken)
    {
        var standings = await comments.FindAsync(memberIds, ResidenceCommentPurpose.OfficialRecognition, decidedOn, cancellationToken);
        return [.. standings.Where(one => one.Value.Problem is not null).Select(one => new RecognitionObjection(one.Key, one.Value.Problem!.Sentence, one.Value.Problem.Rule))];
    }
}
