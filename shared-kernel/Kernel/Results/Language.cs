namespace Modular.Kernel.Results;

/// <summary>A language of messages.</summary>
public enum Language
{
    /// <summary>Vietnamese, the default.</summary>
    Vietnamese,

    /// <summary>English.</summary>
    English,
}
