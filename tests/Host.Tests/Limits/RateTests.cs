using System.Net;
using Modular.Host.Limits;
using Xunit;

namespace Modular.Host.Tests.Limits;

/// <summary>The arithmetic of rates, with a clock that stands still until it is moved.</summary>
public sealed class RateTests
{
    private readonly HandClock clock = new();

    [Fact]
    public void A_minutes_worth_may_be_spent_at_once_and_comes_back_little_by_little()
    {
        var rate = new Rate(60, clock);
        long meter = 0;

        var atOnce = Enumerable.Range(0, 60).Count(_ => rate.Take(ref meter) is null);
        var wait = rate.Take(ref meter);
        clock.Advance(TimeSpan.FromSeconds(1));
        var later = (rate.Take(ref meter), rate.Take(ref meter));
        clock.Advance(TimeSpan.FromMinutes(5));
        var muchLater = Enumerable.Range(0, 61).Count(_ => rate.Take(ref meter) is null);

        Assert.Equal((60, TimeSpan.FromSeconds(1)), (atOnce, wait));
        Assert.Equal((null, TimeSpan.FromSeconds(1)), later);
        Assert.Equal(60, muchLater);
    }

    [Fact]
    public void What_was_used_beyond_the_amount_has_to_come_back_first()
    {
        var rate = new Rate(1_000, clock);
        long meter = 0;

        rate.Charge(ref meter, 1_500);
        var missing = rate.Missing(ref meter);
        clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal((TimeSpan.FromSeconds(30), null), (missing, rate.Missing(ref meter)));
    }

    [Fact]
    public void An_address_is_refused_and_others_are_not()
    {
        var rates = new AddressRates(new LimitOptions { AddressRequestsPerMinute = 10 }, clock);
        IPAddress loud = IPAddress.Parse("192.0.2.1"), same = IPAddress.Parse("::ffff:192.0.2.1"), other = IPAddress.Parse("192.0.2.2");

        var answered = Enumerable.Range(0, 20).Count(_ => rates.Take(loud) is null);

        Assert.Equal(10, answered);
        Assert.NotNull(rates.Take(same));
        Assert.Null(rates.Take(other));
    }

    [Fact]
    public void One_network_of_IPv6_counts_as_one_address()
    {
        var rates = new AddressRates(new LimitOptions { AddressRequestsPerMinute = 1 }, clock);

        Assert.Null(rates.Take(IPAddress.Parse("2001:db8:1:2::1")));
        Assert.NotNull(rates.Take(IPAddress.Parse("2001:db8:1:2:ffff::9")));
        Assert.Null(rates.Take(IPAddress.Parse("2001:db8:1:3::1")));
    }

    [Fact]
    public void A_million_addresses_take_no_memory_and_keep_no_honest_one_out()
    {
        var rates = new AddressRates(new LimitOptions { AddressRequestsPerMinute = 60_000 }, clock);
        var honest = IPAddress.Parse("198.51.100.7");
        rates.Take(honest);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var refused = 0;
        for (var number = 0u; number < 1_000_000; number++)
        {
            // Addresses are given by the server; the meters add nothing of their own.
            if (rates.Take(new IPAddress(number + 0x0A000000)) is not null)
                refused++;
        }

        var ofAddresses = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(0, refused);
        Assert.Null(rates.Take(honest));
        Assert.True(ofAddresses < 100L * 1_000_000, $"{ofAddresses:N0} bytes for a million addresses");
    }

    private sealed class HandClock : TimeProvider
    {
        private long timestamp = 1_000_000_000;

        public override long TimestampFrequency => 1_000_000_000;

        public override long GetTimestamp() => timestamp;

        public void Advance(TimeSpan time) => timestamp += time.Ticks * 100;
    }
}
