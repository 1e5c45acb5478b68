using Modular.GraphQL.CodeFirst;
using Modular.Members.Editing;
using Modular.Members.Proposals;
using Modular.Members.Records;
using Xunit;

namespace Modular.Members.Tests.Proposals;

public sealed class ProposedChangesJsonTests
{
    [Fact]
    public void What_was_left_out_stays_left_out_and_what_is_cleared_stays_cleared()
    {
        var changes = new ProposedChangesInput
        {
            Person = new PersonChangesInput { Phone = "0912345678", Email = (string?)null },
            Record = new RecordChangesInput
            {
                Particulars = new RecordParticularsInput { WarInvalidClass = WarInvalidClass.First, Health = (string?)null },
                Family = new FamilyChangesInput { Put = [new FamilyMemberInput { Relation = FamilyRelation.PaternalGrandparent, FullName = "Trần Văn Ông" }] },
            },
        };

        var read = ProposedChangesJson.Read(ProposedChangesJson.Write(changes));

        Assert.Equal(changes.Person, read.Person);
        Assert.Equal(changes.Record.Particulars, read.Record!.Particulars);
        Assert.Equal(changes.Record.Family.Put, read.Record.Family!.Put);
        Assert.Equal(new Optional<string?>(null), read.Person!.Email);
        Assert.False(read.Person.Occupation.IsGiven);
    }
}
