namespace Modular.Host.Modules;

/// <summary>
/// Contracts change by semantic versioning: a module works with the version that it was built against and with later ones of the same major number,
/// before 1.0 of the same minor number. Something newer than what is there may have what is not there.
/// </summary>
internal static class ContractVersion
{
    /// <summary>Whether a module that was built against one version works with another.</summary>
    /// <param name="built">What it was built against.</param>
    /// <param name="present">What is there.</param>
    public static bool Fits(Version built, Version present) =>
        built.Major == present.Major && (built.Major > 0 ? built.Minor <= present.Minor : built.Minor == present.Minor);

    /// <summary>Which versions would do, as messages say it.</summary>
    public static string Wanted(Version built) => built.Major > 0 ? $"{built.Major}.{built.Minor} or a later {built.Major}.x" : $"{built.Major}.{built.Minor}.x";
}
