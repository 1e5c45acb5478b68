using Modular.Kernel.Postgres.Reads;

namespace Modular.Kernel.Postgres.Tests.Reads;

public sealed class PageBoundTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 16)]
    [InlineData(16, 16)]
    [InlineData(17, 32)]
    [InlineData(51, 64)]
    [InlineData(201, 256)]
    public void A_page_of_any_size_has_one_of_few_bounds_which_is_never_smaller(int limit, int bound) => Assert.Equal(bound, PageBound.Of(limit));
}
