namespace Modular.Members.People;

/// <summary>Sex (giới tính), as on the citizen identity card.</summary>
internal enum Sex
{
    /// <summary>Male (nam).</summary>
    Male,

    /// <summary>Female (nữ).</summary>
    Female,
}
