namespace KnowledgeBase.Content;

/// <summary>Something wrong in the content folder, in words for its author.</summary>
internal sealed record Problem(string File, int Line, string Message, bool IsWarning = false)
{
    public override string ToString() => $"{File}:{Line}: {(IsWarning ? "warning: " : "")}{Message}";
}

/// <summary>Everything found in one reading of the content folder: authors get the whole list, not the first line of it.</summary>
internal sealed class Problems
{
    private readonly List<Problem> _all = [];

    public bool Any => _all.Exists(problem => !problem.IsWarning);

    public IReadOnlyList<Problem> Errors => Sorted(warnings: false);

    public IReadOnlyList<Problem> Warnings => Sorted(warnings: true);

    public void Add(string file, int line, string message) => _all.Add(new(file, line, message));

    /// <summary>Worth a look, but nothing that would show a reader something wrong.</summary>
    public void Warn(string file, int line, string message) => _all.Add(new(file, line, message, IsWarning: true));

    private List<Problem> Sorted(bool warnings) =>
        [.. _all.Where(problem => problem.IsWarning == warnings).Distinct()
            .OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line)];
}
