namespace Modular.Kernel.Postgres.Reads;

/// <summary>A composed statement: its text, always the same for the same shape of request so that it stays prepared, and its parameters.</summary>
/// <param name="Text">The SQL, with parameters as <c>$1</c>, <c>$2</c>, …</param>
/// <param name="Parameters">Where each parameter takes its value from.</param>
/// <param name="NeedsFreshPlan">Whether the right plan depends on the values so much that it is made for each run.</param>
internal sealed record ReadStatement(string Text, IReadOnlyList<ReadParameter> Parameters, bool NeedsFreshPlan = false);
