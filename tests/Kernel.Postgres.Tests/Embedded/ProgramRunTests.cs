using Modular.Kernel.Postgres.Embedded;

namespace Modular.Kernel.Postgres.Tests.Embedded;

public sealed class ProgramRunTests
{
    [Fact]
    public async Task A_program_is_taken_from_the_search_path_and_never_from_the_current_folder()
    {
        var decoy = Path.Combine(Environment.CurrentDirectory, "true");
        await File.WriteAllTextAsync(decoy, "#!/bin/sh\nexit 7\n", TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(decoy, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        try
        {
            var run = await ProgramRun.TryAsync("true", [], TestContext.Current.CancellationToken);

            Assert.Equal(new ProgramRun(0, ""), run);
        }
        finally
        {
            File.Delete(decoy);
        }
    }

    [Fact]
    public async Task A_program_that_is_nowhere_is_no_failure() =>
        Assert.Null(await ProgramRun.TryAsync("no-program-of-this-name", [], TestContext.Current.CancellationToken));
}
