namespace Modular.Kernel.Access;

/// <summary>How closely a field must be held (Law 91/2025/QH15 on personal data protection; Decree 356/2025/NĐ-CP).</summary>
public enum DataClass
{
    /// <summary>No personal data: facts of organizations, code lists, counts.</summary>
    Internal,

    /// <summary>Basic personal data: name, birth date, sex, post.</summary>
    Basic,

    /// <summary>Sensitive personal data: citizen identity number, religion, health, discipline, family.</summary>
    Sensitive,
}
