using System.Globalization;
using KnowledgeBase.Quizzes;

namespace KnowledgeBase.Statistics;

/// <summary>What the regrade page's form says, from its address or from its body.</summary>
/// <param name="Versions">Numbers, as people know them.</param>
public sealed record RegradeForm(IReadOnlyList<int> Versions, RegradeRule? Rule, string Reason)
{
    /// <summary>The key of what is missing; null if nothing is.</summary>
    public string? Problem => Versions.Count == 0 ? "ChooseVersion"
        : Rule is null ? "ChooseRule"
        : Reason.Length == 0 ? "GiveReason"
        : Reason.Length > RegradeWish.LongestReason ? "ShorterReason"
        : null;

    internal static RegradeForm Of(IEnumerable<string?> versions, string? rule, string? reason) => new(
        [.. versions.Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).Where(number => number > 0).Distinct().Order()],
        Enum.GetValues<RegradeRule>().Cast<RegradeRule?>().FirstOrDefault(one => one.ToString() == rule), (reason ?? "").Trim());

    /// <summary>Null while something is missing, or a version is none of the question's.</summary>
    internal RegradeWish? Wish(QuestionReport question)
    {
        var ids = question.Versions.Where(version => Versions.Contains(version.Number)).Select(version => version.Id).ToList();
        return Problem is null && ids.Count == Versions.Count ? new(question.Id, ids, Rule!.Value, Reason) : null;
    }
}
