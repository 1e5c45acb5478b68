using Modular.Members;
using Modular.Organizations;
using Modular.TestKit.Databases;
using Npgsql;
using Xunit;

namespace Modular.DataProtection.Tests.Data;

/// <summary>The logs and registers of data protection grow for years: each order, and each filter that picks few of many, is served by an index.</summary>
public sealed class IndexTests : IAsyncLifetime
{
    private TestDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await TestDatabase.CreateAsync(new OrganizationsModule(), new MembersModule(), new DataProtectionModule());

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Theory]
    [InlineData("kernel.sensitive_reads", "true", "read_at desc, id desc", "sensitive_reads_by_time")]
    [InlineData("kernel.sensitive_reads", "user_name = 'a'", "read_at desc, id desc", "sensitive_reads_by_user_name")]
    [InlineData("kernel.sensitive_reads", "read_at < '2026-01-01'", "read_at desc, id desc", "sensitive_reads_by_time")]
    [InlineData("kernel.exports", "true", "requested_at desc, id desc", "exports_requested")]
    [InlineData("kernel.exports", "user_name = 'a'", "requested_at desc, id desc", "exports_of_user_name")]
    [InlineData("kernel.exports", "true", "rows_written desc, id desc", "exports_by_rows")]
    [InlineData("kernel.exports", "rows_written >= 10000", "rows_written desc, id desc", "exports_by_rows")]
    [InlineData("data_protection.subject_request", "true", "received_on desc, id desc", "subject_request_received")]
    [InlineData("data_protection.subject_request", "true", "completion_due_on, id", "subject_request_due")]
    [InlineData("data_protection.subject_request", "member_id = '018f0000-0000-7000-8000-000000000001'", "received_on desc, id desc", "subject_request_member")]
    [InlineData("data_protection.subject_request", "organization_id = '018f0000-0000-7000-8000-000000000001'", "received_on desc, id desc", "subject_request_organization")]
    [InlineData("data_protection.breach", "true", "detected_at desc, id desc", "breach_detected")]
    [InlineData("data_protection.breach", "organization_id = '018f0000-0000-7000-8000-000000000001'", "detected_at desc, id desc", "breach_organization")]
    [InlineData("data_protection.erasure", "true", "proposed_at desc, id desc", "erasure_proposed")]
    [InlineData("kernel.edits", "subject_id = '018f0000-0000-7000-8000-000000000001'", "made_at desc, id desc", "edits_subject")]
    [InlineData("kernel.edits", "organization_id = '018f0000-0000-7000-8000-000000000001'", "made_at desc, id desc", "edits_organization")]
    public async Task A_page_is_read_from_an_index_without_sorting(string table, string condition, string order, string index)
    {
        await using var owner = await database.OpenAsOwnerAsync();
        await using var command = new NpgsqlCommand(
            $"set app.province = '36'; set enable_seqscan = off; set enable_bitmapscan = off; explain select * from {table} where province_id = 36 and {condition} order by {order} limit 50",
            owner);
        await using var reader = await command.ExecuteReaderAsync();
        var plan = new List<string>();
        while (await reader.ReadAsync())
            plan.Add(reader.GetString(0));

        Assert.Contains(plan, line => line.Contains($" {index} ", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, line => line.Contains("Sort", StringComparison.Ordinal));
    }
}
