using Modular.Kernel.Access;
using Xunit;

namespace Modular.Kernel.Tests.Access;

public sealed class PermissionScopeTests
{
    private static readonly Guid Cell = Guid.Parse("0195a000-0000-7000-8000-000000000001");
    private static readonly Guid OtherCell = Guid.Parse("0195a000-0000-7000-8000-000000000002");

    [Fact]
    public void Nowhere_covers_nothing()
    {
        Assert.True(PermissionScope.Nowhere.IsEmpty);
        Assert.False(PermissionScope.Nowhere.Covers(Cell, "1."));
    }

    [Fact]
    public void A_subtree_covers_its_root_and_all_below_but_no_neighbour_with_a_longer_label()
    {
        var scope = new PermissionScope { Subtrees = [PathRange.Below("1.2.")] };

        Assert.True(scope.Covers(Cell, "1.2."));
        Assert.True(scope.Covers(Cell, "1.2.zz.9."));
        Assert.False(scope.Covers(Cell, "1.2a."));
        Assert.False(scope.Covers(Cell, "1."));
        Assert.False(scope.Covers(Cell, "1.3."));
    }

    [Fact]
    public void A_single_organization_does_not_cover_what_is_below_it()
    {
        var scope = new PermissionScope { Organizations = [Cell] };

        Assert.True(scope.Covers(Cell, "1.2."));
        Assert.False(scope.Covers(OtherCell, "1.2.3."));
    }

    [Fact]
    public void The_reach_self_covers_no_organization()
    {
        var scope = new PermissionScope { Self = Guid.NewGuid() };

        Assert.False(scope.IsEmpty);
        Assert.False(scope.Covers(Cell, "1.2."));
    }
}
