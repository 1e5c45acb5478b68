namespace Modular.Members.Contracts;

/// <summary>In which sense a member lives somewhere.</summary>
public enum ResidenceKind
{
    /// <summary>Permanent residence (nơi thường trú).</summary>
    Permanent,

    /// <summary>Temporary residence (nơi tạm trú).</summary>
    Temporary,
}
