namespace Modular.ResidenceLiaison.Contracts;

/// <summary>How a workplace rates a member for a year, from the lowest level to the highest: the four levels that the regulations on yearly rating have in common (AS-13 to AS-18).</summary>
public enum WorkplaceRating
{
    /// <summary>Did not complete the tasks (không hoàn thành nhiệm vụ).</summary>
    NotCompleted,

    /// <summary>Completed the tasks (hoàn thành nhiệm vụ).</summary>
    Completed,

    /// <summary>Completed the tasks well (hoàn thành tốt nhiệm vụ).</summary>
    Good,

    /// <summary>Completed the tasks excellently (hoàn thành xuất sắc nhiệm vụ).</summary>
    Excellent,
}
