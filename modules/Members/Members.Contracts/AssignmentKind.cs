namespace Modular.Members.Contracts;

/// <summary>How a member belongs to a cell.</summary>
public enum AssignmentKind
{
    /// <summary>The cell on whose list the member stands; exactly one at a time (sinh hoạt chính thức).</summary>
    Official,

    /// <summary>A cell in which the member is active for a time, without vote and without being counted there (sinh hoạt tạm thời), MEM-28, MEM-29.</summary>
    Temporary,
}
