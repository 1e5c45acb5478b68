using Modular.TestKit;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.EndToEnd.Tests;

/// <summary>The schema as files: written, compared, checked and released at the command line.</summary>
public sealed class SchemaCommandTests : IDisposable
{
    private const string Before = "type Query { a: Int b(c: Int): E } enum E { A }";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("modular-schema-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Changes_are_told_the_worst_first_and_the_exit_code_tells_whether_clients_break()
    {
        var (exitCode, output, errors) = await DiffAsync(Before, "\"Asked by all.\" type Query { b(c: Int): E d: Int } enum E { A B }");

        Assert.Equal(
            """
            Breaking FIELD_REMOVED Query.a: Field Query.a was removed.
            Dangerous VALUE_ADDED_TO_ENUM E.B: Enum value E.B was added.
            Safe DESCRIPTION_CHANGED Query: The description of Query has changed.
            Safe FIELD_ADDED Query.d: Field Query.d was added.
            1 breaking, 1 dangerous, 2 safe

            """,
            output);
        Assert.Equal((1, ""), (exitCode, errors.Trim()));
    }

    [Fact]
    public async Task Without_a_break_the_exit_code_is_0() =>
        Assert.Equal((0, "0 breaking, 0 dangerous, 0 safe\n"), await DiffAsync(Before, Before) is var (exitCode, output, _) ? (exitCode, output) : default);

    [Fact]
    public async Task A_file_that_cannot_be_read_is_named()
    {
        var (exitCode, output, errors) = await DiffAsync(Before, "type Query {");

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains("new.graphql cannot be read: Syntax Error: Expected Name, found <EOF>.", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_is_what_later_schemas_are_checked_against()
    {
        Assert.Equal(0, (await RunAsync()).ExitCode);
        Assert.Equal(0, (await RunAsync("release")).ExitCode);
        Assert.Equal((0, ""), await RunAsync("--check") is var (unchanged, _, nothing) ? (unchanged, nothing.Trim()) : default);

        // As if the release had had a field more.
        var released = Path.Combine(folder.FullName, "released", "modular.graphql");
        var text = await File.ReadAllTextAsync(released, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(released, text.Replace("type Viewer {\n", "type Viewer {\n  nickname: String\n", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var (broken, _, reasons) = await RunAsync("--check");
        await File.AppendAllTextAsync(
            Path.Combine(folder.FullName, "breaking-changes.allow"), "FIELD_REMOVED Viewer.nickname Nobody ever filled it.\n", TestContext.Current.CancellationToken);
        var (accepted, _, _) = await RunAsync("--check");
        await RunAsync("release");
        var (afterwards, _, _) = await RunAsync("--check");

        Assert.Equal((1, 0, 0), (broken, accepted, afterwards));
        Assert.StartsWith("Breaking FIELD_REMOVED Viewer.nickname: Field Viewer.nickname was removed.\n", reasons, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_what_the_modules_declare_is_named()
    {
        await RunAsync();
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "sets", "stale.graphql"), Before, TestContext.Current.CancellationToken);

        var (exitCode, _, errors) = await RunAsync("--check");

        Assert.Equal(1, exitCode);
        Assert.StartsWith($"{folder.Name}/sets/stale.graphql is not what the modules declare.\n", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void The_repository_holds_a_release_to_check_against() =>
        Assert.True(File.Exists(Path.Combine(Repository.Root, "schema", "released", "modular.graphql")));

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) =>
        HostProcess.RunAsync(["schema", .. arguments, "--folder", folder.FullName]);

    private async Task<(int ExitCode, string Output, string Errors)> DiffAsync(string before, string after)
    {
        var (old, current) = (Path.Combine(folder.FullName, "old.graphql"), Path.Combine(folder.FullName, "new.graphql"));
        await File.WriteAllTextAsync(old, before, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(current, after, TestContext.Current.CancellationToken);
        return await HostProcess.RunAsync(["schema", "diff", old, current]);
    }
}
