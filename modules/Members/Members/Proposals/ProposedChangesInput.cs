using Modular.Members.Editing;
using Modular.Members.Records;
using Modular.Members.Residences;

namespace Modular.Members.Proposals;

/// <summary>What somebody proposes to change about a member, in the register and in the member sheet. It is written when whoever keeps the records accepts it.</summary>
internal sealed record ProposedChangesInput
{
    /// <summary>What the register says of the person.</summary>
    public PersonChangesInput? Person { get; init; }

    /// <summary>Where the member lives from a day on.</summary>
    public ResidenceInput? Residence { get; init; }

    /// <summary>What the member sheet (2-HSĐV) says.</summary>
    public RecordChangesInput? Record { get; init; }
}
